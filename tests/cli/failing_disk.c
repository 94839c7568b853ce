/* A disk that fails once: preloaded, it lets one chosen call below one folder fail. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[PATH_MAX];
static long calls, chosen;
static int reason;

/* The call with this number, counted from now, fails for this reason; 0 only counts. */
void arm(const char *below, long number, int error)
{
	snprintf(folder, sizeof folder, "%s", below);
	calls = 0;
	chosen = number;
	reason = error;
}

long counted(void) { return calls; }

static int fails_at(const char *path)
{
	if (!folder[0] || strncmp(path, folder, strlen(folder)))
		return 0;
	if (++calls != chosen)
		return 0;
	errno = reason;
	return 1;
}

static int fails_in(int file)
{
	char link[64], path[PATH_MAX];
	ssize_t length;
	int before = errno;

	if (!folder[0])
		return 0;
	snprintf(link, sizeof link, "/proc/self/fd/%d", file);
	length = readlink(link, path, sizeof path - 1);
	errno = before;
	if (length < 0)
		return 0;
	path[length] = 0;
	return fails_at(path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count)
{
	return fails_in(file) ? -1 : REAL(write)(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at)
{
	return fails_in(file) ? -1 : REAL(pwrite)(file, bytes, count, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at)
{
	return fails_in(file) ? -1 : REAL(pwrite64)(file, bytes, count, at);
}

int fsync(int file) { return fails_in(file) ? -1 : REAL(fsync)(file); }

int fdatasync(int file) { return fails_in(file) ? -1 : REAL(fdatasync)(file); }

int ftruncate(int file, off_t length)
{
	return fails_in(file) ? -1 : REAL(ftruncate)(file, length);
}

int ftruncate64(int file, off64_t length)
{
	return fails_in(file) ? -1 : REAL(ftruncate64)(file, length);
}

int unlink(const char *path) { return fails_at(path) ? -1 : REAL(unlink)(path); }

int rename(const char *from, const char *to)
{
	return fails_at(from) ? -1 : REAL(rename)(from, to);
}
