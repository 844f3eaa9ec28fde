#include "html/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "html/text.hpp"

namespace lytes::report {

std::string table_html(const Table& table) {
  std::string html = "<table><caption>" + table.caption + "</caption>\n<thead><tr>";
  for (const auto& name : table.head) html += "<th scope=\"col\">" + name + "</th>";
  html += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    html += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      html += i == 0 ? "<th scope=\"row\">" + row[i] + "</th>" : "<td>" + row[i] + "</td>";
    }
    html += "</tr>\n";
  }
  return html + "</tbody></table>\n";
}

std::string figure_html(const Chart& chart) {
  std::string html = fmt::format("<figure class=\"chart\" id=\"{}\">\n<figcaption><h3>{}</h3>{}</figcaption>\n",
                                 chart.id, escaped(chart.title), chart.key);
  html += fmt::format(
      "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{}-name {}-words\">\n"
      "<title id=\"{}-name\">{}</title>\n<desc id=\"{}-words\">{}</desc>\n",
      unit(chart.width), unit(chart.height), chart.id, chart.id, chart.id, escaped(chart.title), chart.id,
      escaped(chart.description));
  html += chart.drawing + "</svg>\n";
  return html + "<details><summary>The numbers: " + escaped(chart.title) + "</summary>\n<div class=\"numbers\">" +
         table_html(chart.table) + "</div></details>\n</figure>\n";
}

std::string unit(double length) {
  const double rounded = std::round(length * 10) / 10;
  return rounded == std::floor(rounded) ? fmt::format("{:.0f}", rounded + 0.0) : fmt::format("{:.1f}", rounded);
}

std::string line(double x1, double y1, double x2, double y2, const char* looks) {
  return fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" class=\"{}\"/>\n", unit(x1), unit(y1), unit(x2),
                     unit(y2), looks);
}

std::string box(double x, double y, double width, double height, const char* looks) {
  return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{}\"/>\n", unit(x), unit(y),
                     unit(width), unit(height), looks);
}

std::string polyline(const std::string& points, const char* looks) {
  return fmt::format("<polyline points=\"{}\" class=\"{}\"/>\n", points, looks);
}

std::string polygon(const std::string& points, const char* looks) {
  return fmt::format("<polygon points=\"{}\" class=\"{}\"/>\n", points, looks);
}

std::string circle(double x, double y, double radius, const char* looks) {
  return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" class=\"{}\"/>\n", unit(x), unit(y), unit(radius), looks);
}

std::string label(double x, double y, const std::string& words, Anchor anchor, const char* looks) {
  const char* place = anchor == Anchor::Start    ? ""
                      : anchor == Anchor::Middle ? " text-anchor=\"middle\""
                                                 : " text-anchor=\"end\"";
  return fmt::format("<text x=\"{}\" y=\"{}\"{} class=\"{}\">{}</text>\n", unit(x), unit(y), place, looks, words);
}

std::string count_cell(double x, double y, double width, double height, int count, double most) {
  if (count == 0) return box(x, y, width, height, "c0");
  constexpr std::array<const char*, 4> shades = {"c1", "c2", "c3", "c4"};
  constexpr std::array<const char*, 4> inks = {"t n", "t n", "t n3", "t n4"};
  const auto shade = static_cast<std::size_t>(std::clamp(std::ceil(4 * count / most), 1.0, 4.0)) - 1;
  return box(x, y, width, height, shades[shade]) +
         label(x + width / 2, y + height / 2 + 3.5, fmt::format("{}", count), Anchor::Middle, inks[shade]);
}

std::string unknown_cell(double x, double y, double width, double height, const std::string& pattern) {
  return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"url(#{})\" class=\"cu\"/>\n", unit(x),
                     unit(y), unit(width), unit(height), pattern);
}

std::string hatching(const std::string& id) {
  return fmt::format(
      "<pattern id=\"{}\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\">"
      "<path d=\"M0 4L4 0\" class=\"hatch\"/></pattern>\n",
      id);
}

}  // namespace lytes::report
