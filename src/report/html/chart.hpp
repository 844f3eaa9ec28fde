#pragma once

#include <string>
#include <vector>

namespace lytes::report {

/// A table of ready HTML. The first cell of a row is its name.
struct Table {
  std::string caption;
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
};

/// A drawing with all that stands for it where it cannot be seen.
struct Chart {
  std::string id;           ///< unique in the page; letters and hyphens
  std::string title;        ///< its heading and its name for a screen reader; plain text
  std::string description;  ///< what can be seen in it, in sentences; plain text
  std::string key;          ///< how to read it, as HTML; beneath the heading
  double width;
  double height;
  std::string drawing;  ///< inside of the <svg>
  Table table;
};

std::string table_html(const Table& table);

/// The chart as a <figure> under a heading of the third level, its numbers folded away beneath it.
std::string figure_html(const Chart& chart);

/// A coordinate or length: one decimal, none where it is zero.
std::string unit(double length);

// Pieces of a drawing. All colours come from the class, so that light, dark and paper can each have their own.
std::string line(double x1, double y1, double x2, double y2, const char* looks);
std::string box(double x, double y, double width, double height, const char* looks);
/// Straight lines through the points "x,y x,y ...".
std::string polyline(const std::string& points, const char* looks);
std::string polygon(const std::string& points, const char* looks);
std::string circle(double x, double y, double radius, const char* looks);

enum class Anchor { Start, Middle, End };
/// @param words HTML, so escaped already
std::string label(double x, double y, const std::string& words, Anchor anchor = Anchor::Start, const char* looks = "t");

/// A cell of a heat map: shade and number say the same. Zero is an empty frame.
/// @param most the count that takes the darkest of four shades
std::string count_cell(double x, double y, double width, double height, int count, double most);
/// A cell of which nothing is known: hatched.
std::string unknown_cell(double x, double y, double width, double height, const std::string& pattern);
/// The hatching itself, to be drawn before the cells that use it.
std::string hatching(const std::string& id);

}  // namespace lytes::report
