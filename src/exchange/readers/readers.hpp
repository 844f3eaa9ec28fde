#pragma once

#include "lytes/exchange/formats.hpp"

// Each format by itself: whether a file is in it, and what it holds. All throw as Format::read.

namespace lytes::exchange {

bool is_cronometer(const InputFile& file);
Incoming read_cronometer(const InputFile& file, Reading& reading);

bool is_apple_health(const InputFile& file);
Incoming read_apple_health(const InputFile& file, Reading& reading);

bool is_health_connect(const InputFile& file);
Incoming read_health_connect(const InputFile& file, Reading& reading);

bool is_bearable(const InputFile& file);
Incoming read_bearable(const InputFile& file, Reading& reading);

bool is_daylio(const InputFile& file);
Incoming read_daylio(const InputFile& file, Reading& reading);

bool is_my_fitness_pal(const InputFile& file);
Incoming read_my_fitness_pal(const InputFile& file, Reading& reading);

bool is_samsung_health(const InputFile& file);
Incoming read_samsung_health(const InputFile& file, Reading& reading);

bool is_lose_it(const InputFile& file);
Incoming read_lose_it(const InputFile& file, Reading& reading);

bool is_daily(const InputFile& file);
Incoming read_daily(const InputFile& file, Reading& reading);

}  // namespace lytes::exchange
