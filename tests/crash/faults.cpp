// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A library for LD_PRELOAD that gives a program a worse disk, told through the environment:
//
//   FAULTS_DELAY_MS=5       each fsync and fdatasync takes at least so long
//   FAULTS_JOURNAL=FOLDER   notes there how to undo what was written to databases and not synced yet, so that
//                           powerloss.py can take away what a loss of power would have; syncs are then only noted
//   FAULTS_LIE=1            with a journal: syncs are not even noted, like PRAGMA synchronous=OFF or a disk that lies
//   FAULTS_FULL=FILE        while FILE exists, writing to databases answers ENOSPC
//
// "Databases" are the files named *.db and *.db-wal. A journal is named by the inode it is about; powerloss.py
// describes what is in it.
#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include <dlfcn.h>

namespace {

template<class Function>
Function *next(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

std::string setting(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

struct Settings
{
    int delayMs = std::atoi(setting("FAULTS_DELAY_MS").c_str());
    std::string journal = setting("FAULTS_JOURNAL");
    bool lies = setting("FAULTS_LIE") == "1";
    std::string full = setting("FAULTS_FULL");
};

const Settings &settings()
{
    static const Settings read;
    return read;
}

bool isDatabase(const std::string &path)
{
    return path.ends_with(".db") || path.ends_with(".db-wal");
}

std::string folderOf(const std::string &path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash);
}

/// One write as the journal keeps it: what was there before.
struct Record
{
    std::int64_t fileSize = 0; ///< before the write
    std::int64_t offset = 0;
    std::int64_t length = 0; ///< of the bytes that follow
};

/// The journals of all files. A record stands in its journal before the write it is about happens.
class Journals
{
public:
    std::mutex &mutex() { return m_mutex; }

    void opened(int fd, const std::string &path, bool isNew)
    {
        struct stat status
        {
        };
        if (::fstat(fd, &status) != 0)
            return;
        m_files[fd] = status.st_ino;
        if (settings().journal.empty())
            return;
        Journal &journal = m_journals[status.st_ino];
        if (journal.fd < 0 || isNew)
            start(journal, status.st_ino, path);
        if (!isNew)
            return;
        struct stat folder
        {
        };
        if (::stat(folderOf(path).c_str(), &folder) == 0)
            append(folder.st_ino, folderOf(path), path + '\n');
    }

    void closed(int fd) { m_files.erase(fd); }

    void removed(const std::string &path)
    {
        struct stat status
        {
        };
        if (::stat(path.c_str(), &status) != 0)
            return;
        if (const auto found = m_journals.find(status.st_ino); found != m_journals.end()) {
            next<int(int)>("close")(found->second.fd);
            next<int(const char *)>("unlink")(nameOf(status.st_ino).c_str());
            m_journals.erase(found);
        }
    }

    /// Whether this is a database that still has a name; of others nothing would be left.
    bool knows(int fd) const
    {
        const auto file = m_files.find(fd);
        return file != m_files.end() && (settings().journal.empty() || m_journals.contains(file->second));
    }

    void note(int fd, off64_t offset, std::size_t length)
    {
        struct stat status
        {
        };
        if (::fstat(fd, &status) != 0)
            return;
        std::vector<char> bytes(sizeof(Record) + length);
        const ssize_t old = ::pread(fd, bytes.data() + sizeof(Record), length, offset);
        const Record record{status.st_size, offset, old > 0 ? old : 0};
        std::copy_n(reinterpret_cast<const char *>(&record), sizeof record, bytes.begin());
        write(m_journals[m_files[fd]], bytes.data(), sizeof record + std::size_t(record.length));
    }

    /// What is on the disk now stays there.
    void synced(int fd)
    {
        struct stat status
        {
        };
        if (::fstat(fd, &status) != 0)
            return;
        if (const auto found = m_journals.find(status.st_ino); found != m_journals.end())
            cut(found->second);
    }

private:
    struct Journal
    {
        int fd = -1;
        off64_t head = 0; ///< bytes of the line with the path
    };

    static std::string nameOf(ino_t inode) { return settings().journal + '/' + std::to_string(inode); }

    static void cut(const Journal &journal)
    {
        static_cast<void>(next<int(int, off64_t)>("ftruncate64")(journal.fd, journal.head));
    }

    static void start(Journal &journal, ino_t inode, const std::string &path)
    {
        using Open = int(const char *, int, ...);
        if (journal.fd < 0)
            journal.fd =
                next<Open>("open64")(nameOf(inode).c_str(), O_CREAT | O_TRUNC | O_APPEND | O_WRONLY | O_CLOEXEC, 0600);
        journal.head = 0;
        cut(journal);
        write(journal, (path + '\n').data(), path.size() + 1);
        journal.head = off64_t(path.size() + 1);
    }

    void append(ino_t inode, const std::string &path, const std::string &line)
    {
        Journal &journal = m_journals[inode];
        if (journal.fd < 0)
            start(journal, inode, path);
        write(journal, line.data(), line.size());
    }

    static void write(const Journal &journal, const char *bytes, std::size_t length)
    {
        if (next<ssize_t(int, const void *, size_t)>("write")(journal.fd, bytes, length) != ssize_t(length))
            std::abort();
    }

    std::mutex m_mutex;
    std::map<int, ino_t> m_files; ///< the databases that are open
    std::map<ino_t, Journal> m_journals;
};

/// Never destroyed: the program writes until its very end.
Journals &journals()
{
    static auto *all = new Journals;
    return *all;
}

bool isFull()
{
    return !settings().full.empty() && ::access(settings().full.c_str(), F_OK) == 0;
}

int openFile(const char *path, int flags, mode_t mode)
{
    static auto *real = next<int(const char *, int, ...)>("open64");
    const bool watched = isDatabase(path) && (!settings().journal.empty() || !settings().full.empty());
    if (!watched)
        return real(path, flags, mode);
    const std::lock_guard lock(journals().mutex());
    const bool isNew = (flags & O_CREAT) != 0 && ::access(path, F_OK) != 0;
    const int fd = real(path, flags, mode);
    if (fd >= 0)
        journals().opened(fd, path, isNew);
    return fd;
}

int sync(int fd, const char *name)
{
    if (settings().delayMs > 0) {
        const timespec pause{settings().delayMs / 1000, settings().delayMs % 1000 * 1'000'000L};
        ::nanosleep(&pause, nullptr);
    }
    if (settings().journal.empty())
        return next<int(int)>(name)(fd);
    const std::lock_guard lock(journals().mutex());
    if (!settings().lies)
        journals().synced(fd);
    return 0;
}

/// Runs `change` of `length` bytes at `offset` of a file, noted before when the file is a database.
template<class Change>
auto changed(int fd, off64_t offset, std::size_t length, Change change) -> decltype(change())
{
    const std::unique_lock lock(journals().mutex());
    if (!journals().knows(fd))
        return change();
    if (isFull()) {
        errno = ENOSPC;
        return -1;
    }
    if (!settings().journal.empty())
        journals().note(fd, offset, length);
    return change();
}

} // namespace

#define FAULTS_EXPORT extern "C" __attribute__((visibility("default")))

FAULTS_EXPORT int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return openFile(path, flags, mode);
}

FAULTS_EXPORT int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return openFile(path, flags, mode);
}

FAULTS_EXPORT int close(int fd)
{
    {
        const std::lock_guard lock(journals().mutex());
        journals().closed(fd);
    }
    static auto *real = next<int(int)>("close");
    return real(fd);
}

FAULTS_EXPORT int unlink(const char *path)
{
    static auto *real = next<int(const char *)>("unlink");
    if (!isDatabase(path) || settings().journal.empty())
        return real(path);
    const std::lock_guard lock(journals().mutex());
    journals().removed(path);
    return real(path);
}

FAULTS_EXPORT ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset)
{
    static auto *real = next<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    return changed(fd, offset, length, [&] { return real(fd, bytes, length, offset); });
}

FAULTS_EXPORT ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset)
{
    return pwrite64(fd, bytes, length, offset);
}

FAULTS_EXPORT int ftruncate64(int fd, off64_t length)
{
    static auto *real = next<int(int, off64_t)>("ftruncate64");
    struct stat status
    {
    };
    const bool shrinks = ::fstat(fd, &status) == 0 && status.st_size > length;
    return changed(fd, length, shrinks ? std::size_t(status.st_size - length) : 0, [&] { return real(fd, length); });
}

FAULTS_EXPORT int ftruncate(int fd, off_t length)
{
    return ftruncate64(fd, length);
}

FAULTS_EXPORT int fsync(int fd)
{
    return sync(fd, "fsync");
}

FAULTS_EXPORT int fdatasync(int fd)
{
    return sync(fd, "fdatasync");
}
