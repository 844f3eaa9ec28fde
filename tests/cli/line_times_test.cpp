// Days, times and numbers of a line that names no command, wherever they stand.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "cli/computer.hpp"

using lytes::cli::testing::Computer;

namespace {

/// "kind at" of each entry that a line makes on Sunday 22 November 2026 at eleven in the morning in Berlin.
std::vector<std::string> entries_of(const std::string& line) {
  Computer computer;
  std::vector<std::string> entries;
  const auto answer = computer.json_of({"had", "--json", "--", line});
  if (!answer.contains("entries")) return {"refused"};
  for (const auto& entry : answer["entries"])
    entries.push_back(entry["kind"].get<std::string>() + " " + entry["at"].get<std::string>().substr(0, 16));
  return entries;
}

using Entries = std::vector<std::string>;

}  // namespace

TEST_CASE("the day of a spasm or of stress is heard before, between and behind what is said of it") {
  for (const char* line : {"calf spasm yesterday 7/10", "yesterday calf spasm 7/10", "calf spasm 7/10 yesterday"}) {
    INFO(line);
    CHECK(entries_of(line) == Entries{"spasm 2026-11-21T12:00"});
  }
  CHECK(entries_of("stress yesterday 9 because of work") == Entries{"stress 2026-11-21T12:00"});
  CHECK(entries_of("Mon: cramp in foot 3/10") == Entries{"spasm 2026-11-16T12:00"});
  CHECK(entries_of("calf cramp on Friday") == Entries{"spasm 2026-11-20T12:00"});
}

TEST_CASE("words for how often a spasm came belong to it and are no food") {
  for (const char* line : {"upper back spasm 4/10, on and off", "spasm between shoulder blades, on and off, 4-5/10",
                           "calf cramp now and then, 3/10", "back spasm on and off 3/10"}) {
    INFO(line);
    CHECK(entries_of(line) == Entries{"spasm 2026-11-22T11:00"});
  }
  CHECK(entries_of("upper back spasm 5/10, on and off since 9") == Entries{"spasm 2026-11-22T09:00"});
  CHECK(entries_of("stress 6, again and again") == Entries{"stress 2026-11-22T11:00", "note 2026-11-22T11:00"});
  CHECK(Computer().lytes({"eat", "off"}) != 0);
  CHECK(Computer().lytes({"eat", "on", "and", "off"}) != 0);
}

TEST_CASE("what took time was not swallowed, and what is said of several spasms is no food") {
  CHECK(entries_of("took 20 minutes to let go") == Entries{"note 2026-11-22T11:00"});
  Computer computer;
  const auto spasm = computer.json_of({"had", "--json", "upper back spasm 7/10, took 20 minutes to let go"});
  REQUIRE(spasm["entries"].size() == 1);
  CHECK(spasm["entries"][0]["minutes"] == 20);
  CHECK(entries_of("3 spasms this morning, all upper back").size() == 3);
  CHECK(entries_of("2 back spasms, worst 6").size() == 3);  // with a note
  CHECK(entries_of("right shoulder blade went again lifting the basket, 5/10 for 10 mins") ==
        Entries{"spasm 2026-11-22T11:00"});
  CHECK(entries_of("two coffees to get going") == Entries{"drink 2026-11-22T11:00"});
}

TEST_CASE("a rating behind one of stress is another, and an hour may be about") {
  CHECK(entries_of("stress 8 until noon then 4").size() == 2);
  CHECK(entries_of("upper back spasm around 2ish 4/10") == Entries{"spasm 2026-11-22T02:00"});
}

TEST_CASE("what is rated is not its own note") {
  Computer computer;
  CHECK(computer.json_of({"had", "--json", "6/10 stress"})["entries"][0]["note"].is_null());
}

TEST_CASE("a full stop parts what was had as a comma does") {
  CHECK(entries_of("salmon, potatoes, broccoli. glass of wine").size() == 4);
  CHECK(entries_of("lunch: toast. glass of milk. 2 biscuits").size() == 3);
}

TEST_CASE("a supplement before bed is of the night of the day that is named") {
  CHECK(entries_of("magnesium 200mg before bed yesterday") == Entries{"supplement 2026-11-21T23:00"});
  CHECK(entries_of("yesterday before bed magnesium 200mg") == Entries{"supplement 2026-11-21T23:00"});
}

TEST_CASE("the verb of sitting is no Saturday, and a roast of Sunday is food") {
  CHECK(entries_of("sat at the desk 8 hours") == Entries{"factor 2026-11-22T11:00"});
  CHECK(entries_of("sunday roast") == Entries{"food 2026-11-22T11:00"});
}

TEST_CASE("each of several times is an entry") {
  CHECK(entries_of("coffee 7am, 8am and 9:30am") ==
        Entries{"drink 2026-11-22T07:00", "drink 2026-11-22T08:00", "drink 2026-11-22T09:30"});
}

TEST_CASE("a word for a time with nothing behind it is no time") {
  for (const char* line : {"back spasm at ,", "back spasm around ,, 5/10", "calf cramp since ,"}) {
    INFO(line);
    CHECK(entries_of(line) == Entries{"spasm 2026-11-22T11:00"});
  }
}

TEST_CASE("what is said to be of another day holds for what is eaten with it") {
  CHECK(entries_of("spaghetti for dinner yesterday at 7pm, glass of red wine") ==
        Entries{"food 2026-11-21T19:00", "drink 2026-11-21T19:00"});
}

TEST_CASE("how often is no severity, how far no rating, and steps are no food") {
  CHECK(entries_of("left calf cramped 3 times").size() == 3);
  CHECK(entries_of("left upper back cramped twice, 5/10").size() == 2);
  Computer computer;
  const auto run = computer.json_of({"had", "--json", "ran 5 km in 30 min"})["entries"][0];
  CHECK(run["value"].is_null());
  const auto steps = computer.json_of({"had", "--json", "8,500 steps"})["entries"][0];
  CHECK(steps["value"] == 8500);
}

TEST_CASE("a line that also says that there was no spasm is one change, told in one document") {
  Computer computer;
  const auto answer = computer.json_of({"had", "--json", "2 eggs, no cramps"});
  CHECK(answer["entries"].size() == 1);
  CHECK(answer["no_spasms_on"] == "2026-11-22");
  REQUIRE(computer.lytes({"undo"}) == 0);
  CHECK(computer.json_of({"list", "--json"})["entries"].empty());
  CHECK(computer.lytes({"undo"}) == 3);
}

TEST_CASE("the length before what was done is that of what was done, and no part of the body") {
  const auto entries = entries_of("cramp after 6h sitting");
  REQUIRE(entries.size() == 2);
  CHECK(entries.back().starts_with("factor"));
  CHECK(entries_of("blood pressure 135/85").front().starts_with("note"));
  CHECK(entries_of("started statin").front().starts_with("note"));
  Computer computer;
  CHECK(computer.json_of({"had", "--json", "slept six and a half hours"})["entries"][0]["value"] == 6.5);
}

TEST_CASE("a night without a cramp closes no day") {
  Computer computer;
  CHECK(computer.json_of({"had", "--json", "no cramps last night"})["entries"][0]["kind"] == "note");
}

TEST_CASE("help is a command only where the command stands, and explains parts of one too") {
  Computer computer;
  CHECK(computer.json_of({"note", "--json", "could", "not", "help", "drink"})["entries"].size() == 1);
  CHECK(computer.json_of({"note", "--json", "i", "need", "help", "language"})["entries"].size() == 1);
  REQUIRE(computer.lytes({"help", "trial", "start"}) == 0);
  CHECK(computer.said.find("lytes trial start") != std::string::npos);
}

TEST_CASE("a dish made with something else may have a size before or behind it") {
  for (const char* line : {"large latte with oat milk", "latte with oat milk, large", "large oat milk latte"}) {
    INFO(line);
    Computer computer;
    const auto entries = computer.json_of({"drink", "--json", line})["entries"];
    REQUIRE(entries.size() == 1);
    CHECK(entries[0]["grams"] > 450);
    CHECK(entries[0]["nutrients"]["magnesium_mg"] < 40);  // with cow's milk it would be 45
  }
}

TEST_CASE("a vessel behind what a dish is with is the dish's, and a size alone is no food") {
  Computer computer;
  const auto behind = computer.json_of({"eat", "--json", "pho with beef, bowl"})["entries"];
  const auto before = computer.json_of({"eat", "--json", "bowl of pho"})["entries"];
  CHECK(behind[0]["grams"] == before[0]["grams"]);
  for (std::size_t i = 1; i < behind.size(); ++i) CHECK(behind[i]["grams"] < 200);
  CHECK(Computer().lytes({"eat", "small"}) != 0);
}

TEST_CASE("so much of something is had also beside what is exertion, and what helped is a note") {
  CHECK(entries_of("gatorade 20oz after mowing the lawn") == Entries{"drink 2026-11-22T11:00"});
  CHECK(entries_of("500ml water before gardening") == Entries{"drink 2026-11-22T11:00"});
  CHECK(entries_of("gardening 2 hours after lunch").front().starts_with("factor"));
  CHECK(entries_of("back spasm 6/10, heat helped").front() == "spasm 2026-11-22T11:00");
  CHECK(entries_of("back went out bending over, couldn't move for 10 mins, 9/10") == Entries{"spasm 2026-11-22T11:00"});
  CHECK(entries_of("ate out: burrito, diet coke").size() == 2);
}

TEST_CASE("an hour of the night is a time and no severity, and a span in the afternoon begins there") {
  CHECK(entries_of("calf cramp at 3 in the night, left") == Entries{"spasm 2026-11-22T03:00"});
  CHECK(entries_of("at about 2 in the night my right calf went 7/10") == Entries{"spasm 2026-11-22T02:00"});
  CHECK(entries_of("hamstring cramp last nite L 7/10") == Entries{"spasm 2026-11-21T23:00"});
  CHECK(entries_of("gym 6 to 7 this morning") == Entries{"factor 2026-11-22T06:00"});
  Computer computer;
  const auto spasm =
      computer.json_of({"had", "--json", "at about 2 in the night my right calf went 7/10"})["entries"][0];
  CHECK(spasm["severity"] == 7);
  CHECK(computer.json_of({"had", "--json", "calf cramp at 3 in the night"})["entries"][0]["severity"].is_null());
}

TEST_CASE("what is asked or only feared is no spasm, and where one came is told with it") {
  CHECK(entries_of("will i get a cramp tonight?").front().starts_with("note"));
  CHECK(entries_of("heute keine Kr\u00E4mpfe").empty());
  CHECK(entries_of("quad spasm R 4/10, quarter of an hour, on the bike") == Entries{"spasm 2026-11-22T11:00"});
  CHECK(entries_of("slept badly, up 4 times").size() == 2);
  Computer computer;
  const auto spasm = computer.json_of({"had", "--json", "my leg just locked up right calf 9/10"})["entries"][0];
  CHECK(spasm["site"] == "right calf");
}

TEST_CASE("of what was left on the plate nothing is counted") {
  Computer computer;
  const auto whole = computer.json_of({"eat", "--json", "lasagne"})["entries"][0]["grams"].get<double>();
  for (const auto& [line, share] : {std::pair{"lasagne, left a third", 2.0 / 3},
                                    {"lasagne, ate about half", 0.5},
                                    {"lasagne but only a quarter of it", 0.25},
                                    {"lasagne - left 1/4", 0.75}}) {
    INFO(line);
    CHECK(computer.json_of({"eat", "--json", line})["entries"][0]["grams"].get<double>() == Approx(share * whole));
  }
  CHECK(computer.json_of({"eat", "--json", "half a banana"})["entries"].size() == 1);
  const auto both = computer.json_of({"eat", "--json", "fish and chips"})["entries"][0]["grams"].get<double>();
  const auto chips_left = computer.json_of({"eat", "--json", "fish and chips, left half the chips"})["entries"];
  CHECK(chips_left[0]["grams"].get<double>() == Approx(0.75 * both));
}

TEST_CASE("what follows behind a comma is no topping of what it is not on, and no dish is lost to its heading") {
  Computer computer;
  const auto coffee = computer.json_of({"had", "--json", "toast with jam, coffee"})["entries"][1];
  CHECK(coffee["grams"].get<double>() > 200);
  const auto banana = computer.json_of({"eat", "--json", "lasagne with salad, banana"})["entries"].back();
  CHECK(banana["grams"].get<double>() > 100);
  CHECK(computer.json_of(
            {"drink", "--json", "coffee - 2 cups, 3 biscuits"})["entries"][0]["nutrients"]["potassium_mg"] > 200);
  CHECK(computer.lytes({"eat", "toast, made soup"}) != 0);  // which soup is asked
  CHECK(entries_of("can of coke gave me a calf cramp") == Entries{"spasm 2026-11-22T11:00"});
  CHECK(computer.lytes({"eat", "steak, ate none of it"}) != 0);
}

TEST_CASE("how much of it was eaten is told with the food, and at its time") {
  CHECK(entries_of("2 beers, drank half of it at 8") == Entries{"drink 2026-11-22T08:00"});
  CHECK(entries_of("pizza at 8, ate half") == Entries{"food 2026-11-22T08:00"});
  CHECK(entries_of("curry with rice, couldn't finish @ 8:00") == Entries{"food 2026-11-22T08:00"});
  CHECK(entries_of("2 eggs, didn't eat breakfast").size() == 2);
  Computer computer;
  CHECK(computer.json_of({"had", "--json", "slept 6h, up 3 times"})["entries"][1]["note"] == "up 3 times");
  CHECK(computer.json_of({"eat", "--json", "porridge with walnuts"})["entries"][1]["amount"] == "1 topping");
}
