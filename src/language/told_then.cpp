#include "told_then.hpp"

#include <algorithm>

#include "lytes/calendar/spoken.hpp"
#include "lytes/text/words.hpp"
#include "other_speaker.hpp"

namespace lytes::language {

namespace {

/// Somebody who tells of a day that is over, at its end.
class SpeakerOfDay : public OtherSpeaker {
 public:
  SpeakerOfDay(Speaker& speaker, calendar::Reckoning reckoning)
      : OtherSpeaker(speaker), reckoning_(std::move(reckoning)) {}

  const calendar::Reckoning& reckoning() override { return reckoning_; }

 private:
  calendar::Reckoning reckoning_;
};

calendar::Moment noon_of(calendar::Day day, const calendar::Reckoning& reckoning) {
  const auto clock = std::max(std::chrono::minutes(std::chrono::hours(12)), reckoning.day_start);
  calendar::Moment noon = moment_after_gap(calendar::LocalTime(day.time_since_epoch()) + clock, reckoning);
  noon.day = day;
  return noon;
}

}  // namespace

Drafts drafts_of_day(Speaker& speaker, calendar::Day day, const std::function<Drafts(Speaker&)>& read,
                     const std::function<void(journal::Entry&, int)>& untimed) {
  const calendar::Reckoning& now = speaker.reckoning();
  calendar::Reckoning then = now;
  const calendar::LocalTime end_of_day =
      calendar::LocalTime(day.time_since_epoch()) + std::chrono::days(1) + now.day_start - std::chrono::seconds(1);
  then.now = std::min(moment_after_gap(end_of_day, now).at, now.now);
  SpeakerOfDay told_then(speaker, then);
  Drafts drafts = read(told_then);
  const auto of_time = [](const Remark& remark) { return text::is_one_of(remark.code, "earlier_day|long_ago"); };
  std::erase_if(drafts.remarks, of_time);
  int place = 0;
  for (auto& entry : drafts.entries) {
    ++place;
    if (entry.when.at != then.now) continue;
    entry.when = noon_of(day, now);
    untimed(entry, place);
  }
  return drafts;
}

}  // namespace lytes::language
