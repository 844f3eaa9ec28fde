// Preloaded into lytes: the Nth call of one kind fails, as on a disk that is full or dying.
//   FAIL_CALL   write, short, sync, open, rename, link, unlink, truncate, mkdir or print
//   FAIL_AT     which call, from 1
//   FAIL_ERRNO  the error's number (not for "short")
//   FAIL_MARK   this file is made when the call was reached
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static int calls;

static int is_due(const char* kind) {
  const char* wanted = getenv("FAIL_CALL");
  if (!wanted || strcmp(wanted, kind) != 0) return 0;
  if (++calls != atoi(getenv("FAIL_AT"))) return 0;
  const int mark = (int)syscall(SYS_openat, AT_FDCWD, getenv("FAIL_MARK"), O_CREAT | O_WRONLY, 0600);
  syscall(SYS_close, mark);
  return 1;
}

static int failed(void) {
  errno = atoi(getenv("FAIL_ERRNO"));
  return -1;
}

ssize_t write(int file, const void* bytes, size_t size) {
  if (file <= 2) {
    if (file == 1 && is_due("print")) return failed();
  } else {
    if (is_due("write")) return failed();
    if (is_due("short")) size /= 2;
  }
  return syscall(SYS_write, file, bytes, size);
}

ssize_t writev(int file, const struct iovec* parts, int count) {
  if (file == 1 && is_due("print")) return failed();
  if (file > 2 && is_due("write")) return failed();
  return syscall(SYS_writev, file, parts, count);
}

static ssize_t write_at(int file, const void* bytes, size_t size, off_t at) {
  if (is_due("write")) return failed();
  if (is_due("short")) size /= 2;
  return syscall(SYS_pwrite64, file, bytes, size, at);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) { return write_at(file, bytes, size, at); }
ssize_t pwrite64(int file, const void* bytes, size_t size, off_t at) { return write_at(file, bytes, size, at); }

int fsync(int file) { return is_due("sync") ? failed() : (int)syscall(SYS_fsync, file); }
int fdatasync(int file) { return is_due("sync") ? failed() : (int)syscall(SYS_fdatasync, file); }

int ftruncate(int file, off_t size) { return is_due("truncate") ? failed() : (int)syscall(SYS_ftruncate, file, size); }
int ftruncate64(int file, off_t size) { return ftruncate(file, size); }

static int open_at(int folder, const char* path, int flags, va_list more) {
  const int makes = (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE;
  const int mode = makes ? va_arg(more, int) : 0;
  if (is_due("open")) return failed();
  return (int)syscall(SYS_openat, folder, path, flags, mode);
}
#define OPEN(name)                                                \
  int name(const char* path, int flags, ...) {                    \
    va_list more;                                                 \
    va_start(more, flags);                                        \
    const int file = open_at(AT_FDCWD, path, flags, more);        \
    va_end(more);                                                 \
    return file;                                                  \
  }
OPEN(open)
OPEN(open64)
#define OPENAT(name)                                              \
  int name(int folder, const char* path, int flags, ...) {        \
    va_list more;                                                 \
    va_start(more, flags);                                        \
    const int file = open_at(folder, path, flags, more);          \
    va_end(more);                                                 \
    return file;                                                  \
  }
OPENAT(openat)
OPENAT(openat64)

int rename(const char* from, const char* to) { return is_due("rename") ? failed() : (int)syscall(SYS_rename, from, to); }
int renameat2(int a, const char* from, int b, const char* to, unsigned flags) {
  return is_due("rename") ? failed() : (int)syscall(SYS_renameat2, a, from, b, to, flags);
}
int link(const char* from, const char* to) { return is_due("link") ? failed() : (int)syscall(SYS_link, from, to); }
int linkat(int a, const char* from, int b, const char* to, int flags) {
  return is_due("link") ? failed() : (int)syscall(SYS_linkat, a, from, b, to, flags);
}
int unlink(const char* path) { return is_due("unlink") ? failed() : (int)syscall(SYS_unlink, path); }
int unlinkat(int folder, const char* path, int flags) {
  return is_due("unlink") ? failed() : (int)syscall(SYS_unlinkat, folder, path, flags);
}
int mkdir(const char* path, mode_t mode) { return is_due("mkdir") ? failed() : (int)syscall(SYS_mkdir, path, mode); }
