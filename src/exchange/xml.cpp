#include "xml.hpp"

#include <expat.h>

#include <new>
#include <utility>

#include "lytes/errors.hpp"

namespace lytes::exchange {

namespace {

constexpr std::size_t deepest = 100;
constexpr std::uint64_t longest_tag = 4'000'000;
constexpr const char* as_made = "the file as the app made it";

}  // namespace

const char* Attributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair; pair += 2) {
    if (name == *pair) return pair[1];
  }
  return nullptr;
}

std::string_view Attributes::operator[](std::string_view name) const {
  const char* value = find(name);
  return value ? std::string_view(value) : std::string_view();
}

/// An exception must not cross the C parser; it goes on from `parse`.
struct XmlReader::Calls {
  static void start(void* self, const char* element, const char** attributes) {
    auto& reader = *static_cast<XmlReader*>(self);
    if (++reader.depth_ > deepest) return reader.fail("elements in one another, more than can be meant", as_made);
    guarded(reader, [&] { reader.each_start_(element, Attributes(attributes)); });
  }

  static void end(void* self, const char* element) {
    auto& reader = *static_cast<XmlReader*>(self);
    --reader.depth_;
    guarded(reader, [&] { reader.each_end_(element); });
  }

  static void entity(void* self, const char*, int, const char*, int, const char*, const char*, const char*,
                     const char*) {
    static_cast<XmlReader*>(self)->fail("the file declares entities of its own", as_made);
  }

  template <class Work>
  static void guarded(XmlReader& reader, Work work) {
    if (reader.failure_) return;
    try {
      work();
    } catch (...) {
      reader.failure_ = std::current_exception();
      XML_StopParser(reader.parser_, XML_FALSE);
    }
  }
};

XmlReader::XmlReader(std::string name, std::function<void(const char*, const Attributes&)> each_start,
                     std::function<void(const char*)> each_end)
    : name_(std::move(name)),
      each_start_(std::move(each_start)),
      each_end_(std::move(each_end)),
      parser_(XML_ParserCreate(nullptr)) {
  if (!parser_) throw std::bad_alloc();
  XML_SetUserData(parser_, this);
  XML_SetElementHandler(parser_, Calls::start, Calls::end);
  XML_SetEntityDeclHandler(parser_, Calls::entity);
}

XmlReader::~XmlReader() { XML_ParserFree(parser_); }

void XmlReader::feed(std::string_view bytes) {
  parse(bytes, false);
  fed_ += bytes.size();
  const auto at = XML_GetCurrentByteIndex(parser_);
  if (at >= 0 && fed_ - static_cast<std::uint64_t>(at) > longest_tag) {
    fail("a tag or a text without an end", as_made);
    std::rethrow_exception(failure_);
  }
}

void XmlReader::finish() { parse({}, true); }

std::size_t XmlReader::line() const { return XML_GetCurrentLineNumber(parser_); }

void XmlReader::parse(std::string_view bytes, bool is_last) {
  const auto status = XML_Parse(parser_, bytes.data(), static_cast<int>(bytes.size()), is_last ? 1 : 0);
  if (failure_) std::rethrow_exception(failure_);
  if (status == XML_STATUS_OK) return;
  fail(std::string("this is no sound XML (") + XML_ErrorString(XML_GetErrorCode(parser_)) + ")", as_made);
  std::rethrow_exception(failure_);
}

void XmlReader::fail(const std::string& what, const std::string& valid) {
  if (failure_) return;
  failure_ =
      std::make_exception_ptr(InputError(name_ + ", line " + std::to_string(line()) + ": " + what, {}, 0, valid));
  XML_StopParser(parser_, XML_FALSE);
}

}  // namespace lytes::exchange
