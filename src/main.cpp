#include "lytes/program/run_program.hpp"

int main(int count, char** words) { return lytes::program::run_program(count, words); }
