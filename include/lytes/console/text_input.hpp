#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lytes::console {

class Session;

/// All of a file, or of standard input where it is called "-". The journal rests meanwhile: whoever writes it may take
/// their time.
/// @throws InputError for one that cannot be read, or is longer than anybody writes
std::string text_of_input(Session& session, const std::string& file);

/// The words of a line, where "-" stands for what standard input says: alone, or before the time ("- @ 8:30").
/// @param between what parts the lines of standard input from one another
std::vector<std::string> line_words(Session& session, const std::vector<std::string>& words,
                                    const std::string& between = ", ");

}  // namespace lytes::console
