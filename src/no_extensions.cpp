// SQLite can load extensions from shared libraries. Nothing here asks for one, and a program that is linked whole has
// no libraries to load: where SQLite would ask the system (the linker's --wrap=dlopen) it gets this answer.

extern "C" void* __wrap_dlopen(const char* /*file*/, int /*mode*/) { return nullptr; }
