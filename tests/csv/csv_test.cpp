#include "lytes/csv/csv.hpp"

#include <catch2/catch.hpp>
#include <cerrno>

#include "lytes/errors.hpp"

using namespace lytes;

namespace {

std::vector<std::string> column(std::string_view text, std::string_view name) {
  std::vector<std::string> values;
  csv::read_text(text, "test.csv", [&](const csv::Row& row) { values.emplace_back(row[name]); });
  return values;
}

}  // namespace

TEST_CASE("fields are found by the header's names, in any order") {
  CHECK(column("a,b\n1,2\n3,4\n", "b") == std::vector<std::string>{"2", "4"});
  CHECK(column("b,a\n1,2\n", "b") == std::vector<std::string>{"1"});
  CHECK(column("a\n1\n", "absent") == std::vector<std::string>{""});
}

TEST_CASE("a byte order mark, CRLF, quotes and a missing last line break are taken in stride") {
  CHECK(column("\xEF\xBB\xBF"
               "a,b\r\n\"x, \"\"y\"\"\",2\r\n",
               "a") == std::vector<std::string>{"x, \"y\""});
  CHECK(column("a,b\n1,\"two\nlines\"", "b") == std::vector<std::string>{"two\nlines"});
}

TEST_CASE("a blank number is unknown, a wrong one names file, line and column") {
  csv::read_text("mg\n\"\"\n", "t.csv", [](const csv::Row& row) { CHECK_FALSE(row.number("mg")); });
  try {
    csv::read_text("day,mg\n1,2\n2,many\n", "t.csv", [](const csv::Row& row) { row.number("mg"); });
    FAIL("a word was read as a number");
  } catch (const InputError& error) {
    CHECK(std::string(error.what()) == "t.csv, line 3, column mg: not a number");
    CHECK(error.input == "many");
  }
}

TEST_CASE("infinities and hexadecimal are not numbers here") {
  for (const char* text : {"inf", "nan", "0x10", "1e999", "1 2"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(
        csv::read_text(std::string("v\n") + text + "\n", "t.csv", [](const csv::Row& row) { row.number("v"); }),
        InputError);
  }
}

TEST_CASE("a header that says a name twice is refused") { CHECK_THROWS_AS(column("a,a\n1,2\n", "a"), InputError); }

TEST_CASE("a quote that is never closed is refused") { CHECK_THROWS_AS(column("a\n\"x\n", "a"), InputError); }

TEST_CASE("semicolons part the fields where the header has them and no comma") {
  CHECK(column("a;b\n1;\"x;y\"\n", "b") == std::vector<std::string>{"x;y"});
  CHECK(column("\xEF\xBB\xBF"
               "\r\na;b\r\n1,5;2\r\n",
               "a") == std::vector<std::string>{"1,5"});
  CHECK(column("a;b,c\n1,2\n", "c") == std::vector<std::string>{"2"});
  CHECK(column("\"a;b\"\n1\n", "a;b") == std::vector<std::string>{"1"});
}

TEST_CASE("a number may have a decimal comma where semicolons part the fields") {
  const auto number = [](std::string_view text) {
    std::optional<double> value;
    csv::read_text(text, "t.csv", [&](const csv::Row& row) { value = row.number("mg"); });
    return value;
  };
  CHECK(number("mg;k\n2,5;1\n") == 2.5);
  CHECK(number("mg;k\n2.5;1\n") == 2.5);
  CHECK_THROWS_AS(number("mg;k\n1.250,5;1\n"), InputError);
  CHECK_THROWS_AS(number("mg;k\n1,250,5;1\n"), InputError);
  CHECK_THROWS_AS(number("mg,k\n\"2,5\",1\n"), InputError);
}

TEST_CASE("what cannot be read is said by its own reason") {
  const auto reason = [](const char* path) {
    errno = ENOENT;
    try {
      csv::read_file(path, [](const csv::Row&) {});
    } catch (const StorageError& error) {
      return error.what_to_do;
    }
    return std::string("read");
  };
  CHECK(reason("/") == "Is a directory");
  CHECK(reason("/nowhere/diary.csv") == "No such file or directory");
  // The first page of a process's memory is never mapped: the file opens, and reading it fails.
  CHECK(reason("/proc/self/mem") == "Input/output error");
}

namespace {

InputError error_of(std::string_view text) {
  try {
    csv::read_text(text, "t.csv", [](const csv::Row&) {});
  } catch (const InputError& error) {
    return error;
  }
  FAIL("taken without complaint: " << text);
  return InputError("");
}

}  // namespace

TEST_CASE("a field that the header has no name for is refused with its place in the row") {
  const auto error = error_of("date,sleep_h,stress\n2026-11-13,7,4\n2026-11-14,7,5,4\n");
  CHECK(std::string(error.what()) == "t.csv, line 3: a field that the header has no name for");
  CHECK(error.input == "2026-11-14,7,5,4");
  CHECK(error.place == 15);
  CHECK(error.valid == "a field for each name; decimals with a point, such as 7.5; text with a comma in double quotes");
  CHECK(error_of("a;b\n1;2;3\n").valid == "a field for each name");
  CHECK(error_of("a,,b\n1,2,3\n").place == 2);
}

TEST_CASE("blank fields behind the last name, as spreadsheets write them, are nothing") {
  CHECK(column("a,b\n1,2,,\n", "b") == std::vector<std::string>{"2"});
  CHECK(column("a,b,,\n1,2,,\n", "b") == std::vector<std::string>{"2"});
  csv::read_text("a,b,,\n1,2,,\n", "t.csv", [](const csv::Row& row) {
    CHECK(row.columns() == std::vector<std::string>{"a", "b"});
  });
}

TEST_CASE("a header's names are found whatever their capitals, and said as they are written") {
  CHECK(column("Date, Fluid_ML\n1,2\n", "fluid_ml") == std::vector<std::string>{"2"});
  csv::read_text("Date,mood\n1,2\n", "t.csv", [](const csv::Row& row) {
    CHECK(row.columns() == std::vector<std::string>{"Date", "mood"});
  });
  CHECK_THROWS_AS(column("date,Date\n1,2\n", "date"), InputError);
}

TEST_CASE("tabs part the fields where the header has neither comma nor semicolon") {
  CHECK(column("a\tb\n1,5\tx\n", "b") == std::vector<std::string>{"x"});
  csv::read_text("a\tb\n1,5\tx\n", "t.csv", [](const csv::Row& row) { CHECK(row.number("a") == 1.5); });
}

TEST_CASE("a line before the header may say what parts the fields") {
  CHECK(column("sep=;\r\na;b\r\n1,5;2\r\n", "b") == std::vector<std::string>{"2"});
  CHECK(column("\"sep=;\"\na;b,c\n1;2\n", "b,c") == std::vector<std::string>{"2"});
  const auto error = error_of("sep=;\na;b\n1;2;3\n");
  CHECK(std::string(error.what()) == "t.csv, line 3: a field that the header has no name for");
}

TEST_CASE("what has no end or is no text is refused before it fills the memory") {
  CHECK_THAT(error_of("a,b\n1,2\n" + std::string(1'000'001, 'x')).what(),
             Catch::Contains("line 3: a row of more than"));
  CHECK_THAT(error_of("a,b\n\"" + std::string(1'000'001, '\n')).what(), Catch::Contains("a row of more than"));
  CHECK_THAT(error_of(std::string("a,b\n1\0,2\n", 9)).what(), Catch::Contains("line 2: the file is no text"));
  CHECK_THROWS_AS(csv::read_file("/dev/zero", [](const csv::Row&) {}), InputError);
}

TEST_CASE("a file without a header is refused by its own reason") {
  CHECK(std::string(error_of("").what()) == "t.csv, line 1: the file is empty");
  CHECK(std::string(error_of("\n\n").what()) == "t.csv, line 1: the file is empty");
  std::string wide = "a";
  for (int i = 0; i < 100'000; ++i) wide += ",";
  CHECK(std::string(error_of(wide + "\n").what()) == "t.csv, line 1: a header of 100001 columns");
}

TEST_CASE("a file in UTF-16 is read as one in UTF-8, with or without a byte order mark") {
  const auto wide = [](std::string_view text, bool big) {
    std::string bytes;
    for (const char c : text) bytes += big ? std::string{'\0', c} : std::string{c, '\0'};
    return bytes;
  };
  CHECK(column("\xFF\xFE" + wide("a;b\r\n1,5;2\r\n", false), "b") == std::vector<std::string>{"2"});
  CHECK(column("\xFE\xFF" + wide("a,b\n1,2\n", true), "a") == std::vector<std::string>{"1"});
  CHECK(column(wide("a,b\n1,2\n", false), "a") == std::vector<std::string>{"1"});
}

TEST_CASE("what a file does not say of itself can be said: Latin-1, and lines before the header") {
  std::vector<std::string> values;
  const csv::Form form{text::Encoding::Latin1, 1};
  csv::read_blocks([](const csv::Sink& sink) { sink("anything, \"at all\nname\nM\xFCsli \x80\n"); }, "t.csv", form,
                   [&](const csv::Row& row) { values.emplace_back(row["name"]); });
  CHECK(values == std::vector<std::string>{"Müsli €"});
}

TEST_CASE("a header is told from the beginning of a file") {
  CHECK(csv::header_of("Day,Time\n2026-11-01,\"half a ro") == std::vector<std::string>{"Day", "Time"});
  CHECK(csv::header_of("").empty());
}

TEST_CASE("letters in another encoding are refused with their place") {
  const auto error = error_of("a,b\n1,M\xFCsli\n");
  CHECK(std::string(error.what()) == "t.csv, line 2: letters that are not UTF-8");
  CHECK(error.place == 1);
}
