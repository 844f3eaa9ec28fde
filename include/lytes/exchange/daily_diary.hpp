#pragma once

#include <string>
#include <string_view>

#include "lytes/calendar/moment.hpp"
#include "lytes/exchange/incoming.hpp"

namespace lytes::exchange {

/// What a daily diary may say of a day beside its date.
inline constexpr std::string_view daily_diary_columns =
    "status, fluid_ml, mg_mg, k_mg, stress, sleep_h, caffeine_mg, alcohol_units, exertion, sitting_h, heat, spasms, "
    "and f_ with a name for any other rating";

/// Reads a daily diary, the format `daily`: a CSV with one row a day, for spreadsheets.
///
///     date,status,fluid_ml,mg_mg,k_mg,stress,sleep_h,caffeine_mg,alcohol_units,exertion,sitting_h,heat,spasms
///
/// Columns in any order, any of them but date left out, others named as not read; a blank cell is unknown, never zero.
/// A day's intake becomes one entry of kind total; stress, sleep, sitting, exertion, heat and alcohol one entry each,
/// and each column f_NAME a factor of that name, rated 0 to 10; each spasm one of site "unspecified". All stand at noon
/// (or when the logical day begins, if that is later; or now, while that is still to come): a daily diary knows no
/// times. `status` (complete, partial, none) is the intake's; a number of spasms, zero too, says that all of that day's
/// are known.
///
/// A figure that a day cannot have is refused, and so is one that can only be litres or grams under ml or mg ("2.5").
/// "1.500" and "1,500" could be one and a half or fifteen hundred: where a day could have so many, both are refused.
///
/// @throws InputError naming file, line and column for the first thing that cannot be taken, days after today among
///         them
/// @param name stands for the file in messages
Incoming read_daily_diary(std::string_view text, const std::string& name, const calendar::Reckoning& reckoning);

}  // namespace lytes::exchange
