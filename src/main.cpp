#include "lytes/cli/run.hpp"

int main(int count, char** words) { return lytes::cli::run_program(count, words); }
