#include "lytes/language/examples.hpp"

#include <array>

namespace lytes::language {

namespace {

constexpr std::array several = {
    Example{"2 eggs and coffee for breakfast, stress 6, back spasm 5/10 at 3pm", "food, drink, stress, spasm"},
    Example{"slept 7h, sat at the desk for 8 hours, felt calm", "factor, factor, note"},
};
constexpr std::array food = {
    Example{"500ml water", "drink"},
    Example{"2 cups coffee @ 8:30", "drink"},
    Example{"half an avocado, 2 slices whole wheat bread", "food, food"},
    Example{"30g oats with milk", "food, drink"},
    Example{"eat a bowl of muesli with milk", "food"},
};
constexpr std::array supplements = {
    Example{"take 200mg magnesium", "supplement"},
    Example{"take 200mg magnesium as citrate", "supplement"},
    Example{"took 300mg magnesium with a glass of water at 7am", "supplement, drink"},
};
constexpr std::array spasms = {
    Example{"left calf 6/10 5m", "spasm"},
    Example{"spasm upper back 6/10 10m woke me up", "spasm"},
    Example{"left calf 4/10, right calf 5/10", "spasm, spasm"},
    Example{"no cramps today", "no spasm"},
};
constexpr std::array feelings = {
    Example{"stress 7 because of work", "stress"},
    Example{"sleep 6h30", "factor"},
    Example{"log heat", "factor"},
    Example{"note long drive", "note"},
};
constexpr std::array times = {
    Example{"tea at 8:30", "drink"},
    Example{"toast yesterday evening", "food"},
    Example{"spasm calf 5 @ 2:15", "spasm"},
    Example{"300ml water 2h ago", "drink"},
    Example{"tea @ 2026-11-20 14:00", "drink"},
};

constexpr std::array groups = {
    ExampleGroup{"Several things in a line", several}, ExampleGroup{"Food and drink", food},
    ExampleGroup{"Supplements", supplements},          ExampleGroup{"Spasms", spasms},
    ExampleGroup{"Stress, factors, notes", feelings},  ExampleGroup{"When it was", times},
};

}  // namespace

std::span<const ExampleGroup> examples() { return groups; }

}  // namespace lytes::language
