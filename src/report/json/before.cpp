#include "json/before.hpp"

#include "lytes/report/before_page.hpp"

namespace lytes::report {

Json before_spasm_json(const timeline::BeforeSpasm& before) {
  Json figures = Json::object();
  for (const auto& facts : timeline::beforehand_table) {
    const auto& one = before.of(facts.what);
    figures[std::string(facts.field)] = {
        {"before", figure(one.before, 3)}, {"at_least", one.at_least}, {"usual", figure(one.usual, 3)}};
  }
  return Json{{"at", calendar::iso(before.when)},
              {"site", before.site},
              {"usual_days", before.usual_days},
              {"figures", std::move(figures)}};
}

std::string before_json(const timeline::BeforeSpasm& before) {
  return text_of(Json{{"before", before_spasm_json(before)}});
}

}  // namespace lytes::report
