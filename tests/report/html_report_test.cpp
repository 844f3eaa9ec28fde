#include "lytes/report/html_report.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "html/chart.hpp"
#include "html/style.hpp"
#include "html/timeline_charts.hpp"

namespace lytes::report {

namespace {

using calendar::Day;
using journal::DayStatus;
using quantity::Nutrient;
using std::chrono::days;
using timeline::DayRow;

const Day sunday{std::chrono::year{2026} / 11 / 22};

/// A closed day of one meal with these amounts.
DayRow closed_day(Day day, double water_ml, double magnesium_mg, int spasms) {
  DayRow row;
  row.day = day;
  row.intake_status = row.spasm_status = DayStatus::Complete;
  row.intakes = 1;
  row.amounts[static_cast<std::size_t>(Nutrient::Water)] = {water_ml, 1, 1};
  row.amounts[static_cast<std::size_t>(Nutrient::Magnesium)] = {magnesium_mg, 1, 1};
  row.amounts[static_cast<std::size_t>(Nutrient::Potassium)] = {3000, 1, 1};
  row.targets.water_ml = 2000;
  row.targets.magnesium_mg = 350;
  row.targets.potassium_mg = 2600;
  for (int i = 0; i < spasms; ++i) row.spasms.push_back({"calf left", 23, 6, 10.0, {}});
  return row;
}

/// Days that end on that Sunday, every third one low on magnesium, every fourth with a spasm.
timeline::Timeline diary(int length) {
  const calendar::DayRange range{sunday - days(length - 1), sunday};
  std::vector<DayRow> rows;
  for (int i = 0; i < length; ++i) {
    rows.push_back(closed_day(range.from + days(i), 2100, i % 3 == 0 ? 200 : 400, i % 4 == 0 ? 1 : 0));
  }
  return {range, std::move(rows)};
}

timeline::Timeline with_site(const std::string& site) {
  std::vector<DayRow> rows = {closed_day(sunday, 1000, 400, 0)};
  rows.front().spasms.push_back({site, 3, std::nullopt, std::nullopt, {"numbness"}});
  return {{sunday, sunday}, std::move(rows)};
}

insight::Evidence no_evidence() {
  insight::Evidence evidence;
  for (const auto exposure : insight::all_exposures) {
    auto& association = evidence.associations[static_cast<std::size_t>(exposure)];
    association.exposure = exposure;
    association.shortages = {{insight::Lack::Spasms, 3, 24}};
  }
  return evidence;
}

std::string page(const timeline::Timeline& timeline, const insight::Evidence& evidence, bool is_week = true,
                 const targets::Profile& profile = {}, const safety::Aims& aims = {}) {
  const calendar::DayRange range = is_week ? calendar::week_of(sunday) : timeline.range();
  insight::Evidence dated = evidence;
  if (!dated.range) dated.range = timeline.range();
  const ReportView report{timeline, range, sunday, dated, is_week, aims};
  return html_report({report, profile, "2026-11-22 at 18:00", ""});
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the page allows its own style by hash and nothing else") {
  const std::string html = page(diary(120), no_evidence());
  CHECK(holds(html,
              "content=\"default-src 'none'; style-src 'sha256-" + std::string(html_style_sha256()) + "'; base-uri"));
  CHECK(html_style_sha256().size() == 44);
  CHECK(holds(html, "<style>" + std::string(html_style()) + "</style>"));
  CHECK(count(html, "<style") == 1);
  for (const char* none : {"<script", "style=", "<link", "<img", "onload", "http:", "https:", "url(http"}) {
    INFO(none);
    CHECK_FALSE(holds(html, none));
  }
}

TEST_CASE("a page never calls low what must not be suggested") {
  const safety::Aims aims{safety::Aim::Nothing, safety::Aim::Limit, safety::Aim::Nothing};
  for (const bool is_week : {true, false}) {
    const std::string html = page(diary(60), no_evidence(), is_week, {}, aims);
    CHECK_FALSE(holds(html, ">LOW<"));
    CHECK_FALSE(holds(html, "class=\"low\""));
    CHECK_FALSE(holds(html, "below its target"));
    CHECK(holds(html, "limit 350 mg"));
    CHECK_FALSE(holds(html, "target 2.0 l"));
    CHECK(holds(html, "for your doctor to say"));
  }
  CHECK(holds(page(diary(60), no_evidence()), ">LOW<"));
}

TEST_CASE("a user's text in a page is text") {
  const std::string hostile = GENERATE("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a\u202Eb",
                                       "\xff\xfe\xed\xa0\x80", "</title></svg></style>");
  targets::Profile profile;
  profile.medicines = {hostile};
  auto evidence = no_evidence();
  evidence.open_signs.push_back({{hostile, Level::Soon, safety::When::Today, hostile, ""}, 1, sunday, {hostile}});
  evidence.cautions.push_back({note("code", hostile), sunday, 1});
  const std::string html = page(with_site(hostile), evidence, true, profile);
  CHECK_FALSE(holds(html, "<script"));
  CHECK_FALSE(holds(html, "<img"));
  CHECK_FALSE(holds(html, "\u202E"));
  CHECK(count(html, "</style>") == 1);
  CHECK(count(html, "</title>") == count(html, "<title"));
  CHECK_NOTHROW(nlohmann::json(html).dump());  // refuses what is not UTF-8
}

TEST_CASE("a site of 10,000 letters takes no more room than another") {
  CHECK(page(with_site(std::string(10000, 'x')), no_evidence()).size() <
        page(with_site("x"), no_evidence()).size() + 500);
}

TEST_CASE("every chart has a name, words and its numbers in a table") {
  const std::string html = page(diary(120), no_evidence());
  const std::size_t charts = count(html, "<figure");
  CHECK(charts == 3);  // evidence without data has no charts of its own
  CHECK(count(html, "role=\"img\" aria-labelledby=") == charts);
  CHECK(count(html, "<desc id=") == charts);
  CHECK(count(html, "<details>") == charts);
}

TEST_CASE("each chart opens and closes what it draws") {
  const std::string html = page(diary(400), no_evidence(), false);
  for (const char* element : {"section", "figure", "svg", "table", "tr", "text", "div", "ul", "li", "details", "bdi"}) {
    INFO(element);
    CHECK(count(html, "<" + std::string(element) + ">") + count(html, "<" + std::string(element) + " ") ==
          count(html, "</" + std::string(element) + ">"));
  }
}

TEST_CASE("a week says low or enough in words, and what is not known") {
  std::vector<DayRow> rows = {closed_day(sunday - days(1), 2100, 200, 0)};
  DayRow unlogged;
  unlogged.day = sunday;
  rows.push_back(unlogged);
  const std::string html = page({{sunday - days(1), sunday}, rows}, no_evidence());
  CHECK(holds(html, "<span class=\"w LOW\">LOW</span>"));
  CHECK(holds(html, "<span class=\"w OK\">OK</span>"));
  CHECK(holds(html, "nothing logged"));
  CHECK(holds(html, "0 spasms on 1 day whose number is known, of 7 in all"));
}

TEST_CASE("too little data is said as a normal answer") {
  auto evidence = no_evidence();
  evidence.associations[1].shortages = {{insight::Lack::CalendarDays, 42, 56}};
  evidence.associations[1].more_days = insight::MoreDays{14, false};
  const std::string html = page(diary(42), evidence);
  CHECK(holds(html, "How far it is to a first answer"));
  CHECK(holds(html, "Magnesium: 14 more closed days."));
  CHECK(holds(html, "That is normal"));
}

TEST_CASE("red flags stand before everything else") {
  auto evidence = no_evidence();
  evidence.open_signs.push_back({{"numbness", Level::Soon, safety::When::ThisWeek, "numbness", ""}, 2, sunday});
  const std::string html = page(diary(30), evidence);
  CHECK(html.find("Numbness, told 2 times, last on") < html.find("In short"));
}

TEST_CASE("thoughts of ending one's life are not in a page to share") {
  auto evidence = no_evidence();
  const std::string name(safety::crisis);
  evidence.open_signs.push_back(
      {{name, Level::Emergency, safety::When::Now, "thoughts of ending one's life", ""}, 1, sunday});
  const std::string html = page(diary(30), evidence);
  CHECK_FALSE(holds(html, "very hard"));
  CHECK_FALSE(holds(html, name));
}

TEST_CASE("the intake chart goes from days to weeks to four weeks as the range grows") {
  CHECK(intake_chart(diary(98), {sunday - days(97), sunday}, {}).table.rows.size() == 98);
  CHECK(intake_chart(diary(99), {sunday - days(98), sunday}, {}).table.rows.size() == 15);
  CHECK(intake_chart(diary(700), {sunday - days(699), sunday}, {}).table.rows.size() == 25);
}

TEST_CASE("a bar of the intake chart is the mean of complete days, and unknown is no bar") {
  auto rows = diary(2).rows();
  rows[1].intake_status = DayStatus::Partial;
  rows[1].spasm_status = DayStatus::None;
  rows[1].spasms.clear();
  const timeline::Timeline both({sunday - days(1), sunday}, rows);
  const auto table = intake_chart(both, both.range(), {}).table;
  CHECK(table.rows[0] == std::vector<std::string>{"2026-11-21", "2.1 of 2.0", "200 of 350", "3000 of 2600", "1"});
  CHECK(table.rows[1] ==
        std::vector<std::string>{"2026-11-22", "≥ 2.1 of 2.0", "≥ 400 of 350", "≥ 3000 of 2600", "not known"});
}

TEST_CASE("the calendar tells no spasm from not known, by days and by months") {
  auto rows = diary(9).rows();
  rows[8].spasm_status = DayStatus::None;
  rows[8].spasms.clear();
  const timeline::Timeline nine({sunday - days(8), sunday}, rows);
  const auto by_day = calendar_chart(nine, nine.range());
  CHECK(by_day.table.rows[1] == std::vector<std::string>{"2026-11-16", "0", "0", "1", "0", "0", "0", "?"});
  CHECK(by_day.description == "14 to 22 November 2026: 2 spasms; on 8 of 9 days their number is known.");
  const auto long_diary = diary(200);
  const auto by_month = calendar_chart(long_diary, long_diary.range());
  CHECK(by_month.table.rows.size() == 1);
  CHECK(by_month.table.rows[0][11] == "5");
}

TEST_CASE("sites beyond the eighth row are drawn together") {
  auto rows = diary(1).rows();
  rows[0].spasms.clear();
  for (int i = 0; i < 12; ++i) rows[0].spasms.push_back({"site " + std::to_string(i), 2 * i, {}, {}, {}});
  const timeline::Timeline day({sunday, sunday}, rows);
  const auto table = sites_chart(timeline::spasms_by_site(day, day.range())).table;
  CHECK(table.rows.size() == 8);
  CHECK(table.rows[7][0] == "5 other sites");
  CHECK(table.rows[7][1] == "5");
}

TEST_CASE("ten years make a page below 300 kB") { CHECK(page(diary(3653), no_evidence(), false).size() < 300'000); }

}  // namespace lytes::report
