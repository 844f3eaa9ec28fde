#include <fmt/format.h>

#include "json/figures.hpp"
#include "json/text.hpp"
#include "lytes/report/trial_page.hpp"
#include "words/trial_words.hpp"

namespace lytes::report {

namespace {

using journal::CoinSide;

Json clock_json(std::chrono::minutes time) { return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60); }

Json plan_json(const stats::CoinPlan& plan, double ratio) {
  return {{"ratio", ratio},
          {"days", exact(plan.days)},
          {"coins", exact(plan.coins)},
          {"expected_ratio", exact(plan.expected_ratio)}};
}

Json side_json(const stats::CoinSums& side, bool over) {
  if (!over) return nullptr;
  return {{"days", side.days}, {"spasms", side.events}};
}

Json unknown_json(const insight::TrialStanding& standing) {
  const auto& unknown = standing.unknown;
  return {{"after_target", unknown.after_target},
          {"known_after_target", unknown.known_after_target},
          {"after_usual", unknown.after_usual},
          {"known_after_usual", unknown.known_after_usual}};
}

Json coins_json(const insight::TrialStanding& standing) {
  Json coins = Json::array();
  for (const auto& day : standing.days) {
    Json coin{{"day", calendar::iso(day.day)},
              {"coin", word(day.side)},
              {"obeyed", day.obeyed ? Json(*day.obeyed) : Json(nullptr)},
              {"left_out", day.left_out}};
    if (standing.over()) coin["spasms_next_day"] = day.spasms ? Json(*day.spasms) : Json(nullptr);
    coins.push_back(std::move(coin));
  }
  return coins;
}

}  // namespace

std::string trial_plan_json(const insight::TrialPlan& plan) {
  const auto& figures = plan.habits.figures;
  Json json{{"exposure", word(plan.exposure)},
            {"enough_known", plan.enough_known},
            {"from", clock_json(plan.draw_from)},
            {"rate", exact(figures.rate)},
            {"dispersion", exact(figures.dispersion)},
            {"short_share", exact(figures.short_share)},
            {"waiting_share", exact(figures.waiting_share)},
            {"waiting_ends_short", exact(figures.waiting_ends_short)},
            {"hours_known", plan.habits.hours_known},
            {"obeyed", exact(figures.obeyed)},
            {"known", exact(figures.known)},
            {"spasm_days", plan.habits.spasm_days},
            {"spasms", plan.habits.spasms},
            {"intake_days", plan.habits.intake_days},
            {"plans", Json::array()},
            {"offered_ratio", exact(plan.ratio)},
            {"planned_days", plan.offered ? exact(plan.offered->days) : Json(nullptr)}};
  if (plan.enough_known) {
    json["plans"] = Json::array({plan_json(plan.doubling, insight::trial_ratios.front()),
                                 plan_json(plan.tripling, insight::trial_ratios.back())});
  }
  json["earlier"] = plan.earlier
                        ? Json{{"from", clock_json(plan.earlier->draw_from)}, {"days", exact(plan.earlier->days)}}
                        : Json(nullptr);
  json["days_if_closed"] = exact(plan.days_if_closed);
  return text_of(Json{{"plan", std::move(json)}});
}

std::string coin_json(const CoinView& view) {
  const auto& coin = view.coin;
  return text_of(Json{{"trial",
                       {{"day", calendar::iso(coin.day)},
                        {"exposure", word(coin.exposure)},
                        {"coin", coin.coin ? Json(word(*coin.coin)) : Json(nullptr)},
                        {"asked", coin.asked()},
                        {"answer", word(coin.answer)},
                        {"says", coin_sentence(coin, view.foods)}}}});
}

std::string trial_json(const insight::TrialStanding& standing) {
  const bool over = standing.over();
  const auto& effect = standing.effect;
  const bool shown = over && effect.ratio;
  Json json{{"exposure", word(standing.exposure)},
            {"state", word(standing.state)},
            {"from", calendar::iso(standing.trial.terms.from)},
            {"planned_days", standing.trial.terms.planned_days},
            {"ended", standing.ended ? Json(calendar::iso(*standing.ended)) : Json(nullptr)},
            {"ended_by", standing.trial.end ? Json(standing.trial.end->by) : Json(nullptr)},
            {"rate_before", standing.trial.terms.rate},
            {"coins", coins_json(standing)},
            {"days_used", standing.days_used},
            {"target", side_json(effect.target, over)},
            {"usual", side_json(effect.usual, over)},
            {"ratio", shown ? exact(effect.ratio->value) : Json(nullptr)},
            {"ci95", shown ? interval(effect.ratio->lower, effect.ratio->upper) : Json(nullptr)},
            {"fewer_per_week", shown ? exact(effect.fewer_a_week) : Json(nullptr)},
            {"p_exact", over ? exact(standing.exact_p) : Json(nullptr)},
            {"e_values", standing.evidence},
            {"unknown_by_coin", over ? unknown_json(standing) : Json(nullptr)},
            {"unknown_by_coin_p", over ? exact(standing.unknown.p) : Json(nullptr)},
            {"seed", over && !standing.trial.seed.empty() ? Json(standing.trial.seed) : Json(nullptr)},
            {"says", over ? trial_verdict(standing) : trial_evidence_sentence(standing.evidence_so_far())}};
  return text_of(Json{{"trial", std::move(json)}});
}

std::string trial_csv(const insight::TrialStanding& standing) {
  const auto& terms = standing.trial.terms;
  std::string text = fmt::format("# rate={} planned={} seed={}\nday,coin,spasms_next_day,left_out\n", terms.rate,
                                 terms.planned_days, standing.over() ? standing.trial.seed : "");
  for (const auto& day : standing.days) {
    text += fmt::format("{},{},{},{}\n", calendar::iso(day.day), day.side == CoinSide::Target ? 1 : -1,
                        standing.over() && day.spasms ? fmt::format("{}", *day.spasms) : "", day.left_out ? 1 : 0);
  }
  return text;
}

}  // namespace lytes::report
