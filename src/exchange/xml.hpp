#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace lytes::exchange {

/// The attributes of an element, there during the call only.
class Attributes {
 public:
  explicit Attributes(const char** pairs) : pairs_(pairs) {}

  /// Null where the element has none of that name.
  const char* find(std::string_view name) const;
  std::string_view operator[](std::string_view name) const;

 private:
  const char** pairs_;
};

/// Reads XML of any length piece by piece. What declares entities of its own is refused, so that nothing can grow or
/// be fetched; so are elements in one another beyond all measure, and a tag without an end.
class XmlReader {
 public:
  /// @param name of the file, for messages
  /// @param each_start, each_end called for every element
  XmlReader(std::string name, std::function<void(const char* element, const Attributes&)> each_start,
            std::function<void(const char* element)> each_end);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  /// @throws InputError naming the line, and what the two functions throw
  void feed(std::string_view bytes);
  void finish();

  std::size_t line() const;

 private:
  struct Calls;  // the parser's, in C
  void parse(std::string_view bytes, bool is_last);
  void fail(const std::string& what, const std::string& valid);

  std::string name_;
  std::function<void(const char*, const Attributes&)> each_start_;
  std::function<void(const char*)> each_end_;
  XML_ParserStruct* parser_;
  std::exception_ptr failure_;
  std::uint64_t fed_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace lytes::exchange
