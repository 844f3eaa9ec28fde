#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "html/style.hpp"
#include "html/visit_chart.hpp"
#include "lytes/report/visit_page.hpp"

namespace lytes::report {

namespace {

using calendar::Day;
using journal::DayStatus;
using quantity::Nutrient;
using std::chrono::days;
using timeline::DayRow;

const Day sunday{std::chrono::year{2026} / 11 / 22};

/// Closed days that end on that Sunday, every second one with a spasm at this site.
timeline::Timeline diary(int length, const std::string& site = "calf left") {
  const calendar::DayRange range{sunday - days(length - 1), sunday};
  std::vector<DayRow> rows;
  for (int i = 0; i < length; ++i) {
    DayRow row;
    row.day = range.from + days(i);
    row.intake_status = row.spasm_status = DayStatus::Complete;
    if (i % 2 == 0) row.spasms.push_back({site, 3, 6, 10.0, {}});
    rows.push_back(std::move(row));
  }
  return {range, std::move(rows)};
}

safety::OpenSign sign(const std::string& name, Level level, const std::string& words) {
  const auto when = level == Level::Emergency ? safety::When::Now : safety::When::ThisWeek;
  return {{name, level, when, words, ""}, 1, sunday, {"left leg"}};
}

/// All that a view points to.
struct Visit {
  targets::Profile profile;
  targets::PersonalAdvice personal;
  timeline::Timeline timeline = diary(60);
  insight::Evidence evidence;
  std::vector<safety::SeenToldSign> seen;
  std::vector<timeline::TakenProduct> taken;
  std::vector<timeline::LoggedFactor> factors;
  targets::DayTargets targets;

  VisitView view() {
    for (const auto exposure : insight::all_exposures)
      evidence.associations[static_cast<std::size_t>(exposure)].exposure = exposure;
    evidence.range = timeline.range();
    const auto shown = timeline.range();
    const auto halves = timeline::course_by_halves(timeline, shown);
    const auto intake = safety::intake_courses(timeline, shown, targets, personal);
    return {profile,  std::nullopt,
            personal, std::nullopt,
            timeline, shown,
            shown,    sunday,
            seen,     halves,
            {},       intake,
            false,    targets::FluidBasis::Total,
            taken,    factors,
            evidence, insight::visit_questions(evidence, intake, halves, personal)};
  }
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("the page for a doctor allows its own style by hash and nothing else, and names no file") {
  Visit visit;
  const std::string html = visit_html(visit.view());
  CHECK(holds(html, "style-src 'sha256-" + std::string(html_style_sha256()) + "'"));
  for (const char* none : {"<script", "style=", "<link", "<img", "http:", "https:", "file:", "url(", "docs/", "<a "}) {
    INFO(none);
    CHECK(count(html, none) == count(html_style(), none));
  }
}

TEST_CASE("a user's text in the page for a doctor is text") {
  const std::string hostile = GENERATE("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a\u202Eb",
                                       "\xff\xfe\xed\xa0\x80", "</title></svg></style>");
  Visit visit;
  visit.profile.medicines = {hostile};
  visit.profile.conditions = {hostile};
  visit.timeline = diary(30, hostile);
  visit.evidence.open_signs.push_back(sign(hostile, Level::Soon, hostile));
  visit.seen.push_back({sign(hostile, Level::Soon, hostile), calendar::Instant(sunday), sunday});
  visit.taken.push_back({hostile, hostile, 0, 1, 1, sunday, sunday, false, {}});
  visit.factors.push_back({hostile, hostile, 1, 1, 1.0, 1.0, 1.0});
  const auto view = visit.view();
  const std::string html = visit_html(view);
  CHECK_FALSE(holds(html, "<script"));
  CHECK_FALSE(holds(html, "<img"));
  CHECK_FALSE(holds(html, "\u202E"));
  CHECK(count(html, "</style>") == 1);
  CHECK(count(html, "</title>") == count(html, "<title"));
  CHECK_NOTHROW(nlohmann::json(html).dump());  // refuses what is not UTF-8
  CHECK_FALSE(holds(visit_page(view, {}), "\u202E"));
  CHECK(nlohmann::json::parse(visit_json(view)).contains("for_doctor"));
}

TEST_CASE("every element of the page for a doctor is closed, and its chart has a name, words and its numbers") {
  Visit visit;
  visit.profile.medicines = {"ramipril 5 mg"};
  visit.factors = {{"stress", {}, 3, 3, 9, 1, 5}, {"sleep", "h", 3, 3, 9, 1, 5}};
  const std::string html = visit_html(visit.view());
  for (const char* element : {"section", "figure", "svg", "table", "tr", "text", "div", "ul", "li", "details", "bdi"}) {
    INFO(element);
    CHECK(count(html, "<" + std::string(element) + ">") + count(html, "<" + std::string(element) + " ") ==
          count(html, "</" + std::string(element) + ">"));
  }
  CHECK(count(html, "role=\"img\" aria-labelledby=") == 1);
  CHECK(count(html, "<desc id=") == 1);
  CHECK_FALSE(holds(html, "<caption></caption>"));
}

TEST_CASE("an emergency stands before who it is, and thoughts of suicide stand on no page for a doctor") {
  Visit visit;
  visit.evidence.open_signs = {sign("chest pain", Level::Emergency, "chest pain"),
                               sign(std::string(safety::crisis), Level::Emergency, "thoughts of suicide")};
  visit.seen.push_back({sign(std::string(safety::crisis), Level::Emergency, "thoughts of suicide"), {}, {}});
  const auto view = visit.view();
  const std::string html = visit_html(view);
  CHECK(html.find("EMERGENCY, open:") < html.find("<h2>Who"));
  for (const auto& page : {html, visit_page(view, {}), visit_json(view)}) {
    CHECK(holds(page, "hest pain"));
    CHECK_FALSE(holds(page, "suicide"));
    CHECK_FALSE(holds(page, "very hard"));
  }
}

TEST_CASE("what is no goal for a person has no goal, nor days short of one, on any of the pages") {
  Visit visit;
  const targets::AdviceBook book(
      {{targets::Advice::Kind::Condition,
        "dialysis",
        {targets::Effect::NoMoreFluid, targets::Effect::NoMoreMagnesium, targets::Effect::NoMorePotassium},
        "Says.",
        "Source"}},
      {{"dialysis", "dialysis", "dialysis"}}, {});
  visit.profile.conditions = {"dialysis"};
  visit.personal = {visit.profile, 60, &book};
  visit.targets.water = targets::Target{Nutrient::Water, 2000, "AI", ""};
  const auto view = visit.view();
  CHECK(view.intake[0].aim == safety::Aim::Nothing);
  for (const auto& page : {visit_html(view), visit_page(view, {}), visit_json(view)}) {
    CHECK_FALSE(holds(page, "goal 2.0 l"));
    CHECK_FALSE(holds(page, "below it"));
    CHECK_FALSE(holds(page, "80 % of it"));
    CHECK_FALSE(holds(page, ">LOW<"));
    CHECK_FALSE(holds(page, " LOW"));
  }
  CHECK(nlohmann::json::parse(visit_json(view))["for_doctor"]["intake"][0]["goal"].is_null());
}

TEST_CASE("long lists are cut and say so, so that the page stays at two sheets") {
  Visit visit;
  for (int i = 0; i < 200; ++i) {
    visit.profile.medicines.push_back("medicine " + std::to_string(i) + std::string(1000, 'x'));
    visit.profile.conditions.push_back("condition " + std::to_string(i) + std::string(1000, 'x'));
    visit.taken.push_back({"product " + std::to_string(i), "1", 0, 1, 1, sunday, sunday, false, {}});
    visit.factors.push_back({"factor " + std::to_string(i), {}, 1, 0, 0, 0, 0});
    visit.evidence.open_signs.push_back(sign("sign " + std::to_string(i), Level::Soon, "sign " + std::to_string(i)));
  }
  const std::string html = visit_html(visit.view());
  CHECK(html.size() < 60'000);
  CHECK(holds(html, "and 185 more"));
  CHECK(holds(html, "and 193 more"));
  CHECK(holds(html, "and 192 more"));
  CHECK(holds(html, "Also open:"));
}

TEST_CASE("the chart of the course goes from weeks to four weeks to quarters to years as the range grows") {
  const auto bars = [](int length) {
    const auto long_diary = diary(length);
    return course_chart(long_diary, long_diary.range()).table.rows.size();
  };
  CHECK(bars(91) == 13);
  CHECK(bars(182) == 26);
  CHECK(bars(196) == 7);
  CHECK(bars(3653) == 10);
}

TEST_CASE("a bar of which most days are not known is at least so many, and unknown is no bar") {
  std::vector<DayRow> rows = diary(14).rows();
  for (int i = 0; i < 14; ++i) {
    if (i == 12) continue;
    auto& row = rows[static_cast<std::size_t>(i)];
    row.spasm_status = DayStatus::None;
    row.spasms.clear();
  }
  const timeline::Timeline two_weeks({sunday - days(13), sunday}, rows);
  const auto table = course_chart(two_weeks, two_weeks.range()).table;
  CHECK(table.rows[0] == std::vector<std::string>{"9 to 15 Nov", "not known", "0 on 0", "–"});
  CHECK(table.rows[1] == std::vector<std::string>{"16 to 22 Nov", "≥ 1.0", "1 on 1", "6 (1)"});
}

}  // namespace lytes::report
