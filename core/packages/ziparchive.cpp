// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packages/ziparchive.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace tenantry::packages {

namespace {

struct Free
{
    void operator()(archive *handle) const { archive_free(handle); }
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};
using Handle = std::unique_ptr<archive, Free>;
using Entry = std::unique_ptr<archive_entry, Free>;

la_ssize_t append(archive *, void *out, const void *bytes, std::size_t size)
{
    static_cast<QByteArray *>(out)->append(static_cast<const char *>(bytes), qsizetype(size));
    return la_ssize_t(size);
}

Error fault(archive *handle)
{
    const char *const cause = archive_error_string(handle);
    return Error::internal(QString::fromUtf8(cause ? cause : "the archive cannot be written"));
}

tl::unexpected<Error> unreadable(const QString &why, const QString &cause = {})
{
    return failure(Error::make(ErrorCode::BadRequest, u"The archive cannot be read: %1"_s.arg(why)).withCause(cause));
}

QString tooMany(const ArchiveLimits &limits)
{
    return u"it holds more than %1 files."_s.arg(limits.files);
}

/// Files and folders, and as many marks of such an entry again, which contents may hold that are archives themselves.
std::size_t mostListed(const ArchiveLimits &limits)
{
    return 4 * limits.files;
}

QString shown(const std::string &path)
{
    return QString::fromStdString(path).left(100);
}

/// Nothing outside of the archive, on any system that might unpack it.
bool isSafe(const std::string &path)
{
    constexpr std::size_t longest = 500;
    if (path.empty() || path.size() > longest || path.find_first_of(std::string_view("\\:\0", 3)) != std::string::npos)
        return false;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view name = std::string_view(path).substr(begin, end - begin);
        if (name.empty() || name == "." || name == "..")
            return false;
        begin = end + 1;
    }
    return true;
}

Result<void> writeFile(archive *handle, const std::string &path, const QByteArray &content)
{
    const Entry entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), path.c_str());
    archive_entry_set_size(entry.get(), content.size());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), 0, 0);
    if (archive_write_header(handle, entry.get()) != ARCHIVE_OK ||
        archive_write_data(handle, content.constData(), std::size_t(content.size())) != content.size())
        return failure(fault(handle));
    return {};
}

/// What is announced of the size is not believed.
Result<QByteArray> readFile(archive *handle, const std::string &path, qint64 most)
{
    QByteArray content;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    while (true) {
        const la_ssize_t count = archive_read_data(handle, piece.data(), std::size_t(piece.size()));
        if (count < 0) {
            return unreadable(u"'%1' is damaged or encrypted."_s.arg(shown(path)),
                              QString::fromUtf8(archive_error_string(handle)));
        }
        if (count == 0)
            return content;
        if (content.size() + count > most)
            return unreadable(u"'%1' is larger than is allowed."_s.arg(shown(path)));
        content.append(piece.constData(), count);
    }
}

} // namespace

Result<QByteArray> writeZip(const ArchiveFiles &files)
{
    QByteArray out;
    const Handle handle(archive_write_new());
    archive_write_set_bytes_in_last_block(handle.get(), 1); // nothing behind the end
    if (archive_write_set_format_zip(handle.get()) != ARCHIVE_OK ||
        archive_write_open(handle.get(), &out, nullptr, append, nullptr) != ARCHIVE_OK)
        return failure(fault(handle.get()));
    for (const auto &[path, content] : files)
        TRY(writeFile(handle.get(), path, content));
    if (archive_write_close(handle.get()) != ARCHIVE_OK)
        return failure(fault(handle.get()));
    return out;
}

Result<ArchiveFiles> readZip(QByteArrayView bytes, const ArchiveLimits &limits)
{
    // libarchive reads the whole list of contents before it names the first file.
    if (std::size_t(QByteArray::fromRawData(bytes.data(), bytes.size()).count("PK\x01\x02")) > mostListed(limits))
        return unreadable(tooMany(limits));
    const Handle handle(archive_read_new());
    archive_read_support_format_zip(handle.get());
    if (!bytes.startsWith("PK") ||
        archive_read_open_memory(handle.get(), bytes.data(), std::size_t(bytes.size())) != ARCHIVE_OK)
        return unreadable(u"it is no zip archive."_s);
    ArchiveFiles files;
    std::size_t folders = 0;
    qint64 left = limits.total;
    while (true) {
        archive_entry *entry = nullptr;
        const int read = archive_read_next_header(handle.get(), &entry);
        if (read == ARCHIVE_EOF)
            return files;
        if (read != ARCHIVE_OK)
            return unreadable(u"it is damaged."_s, QString::fromUtf8(archive_error_string(handle.get())));
        if (archive_entry_filetype(entry) == AE_IFDIR) {
            if (++folders > limits.files)
                return unreadable(tooMany(limits));
            continue;
        }
        const char *const name = archive_entry_pathname_utf8(entry);
        const std::string path = name ? name : "";
        if (archive_entry_filetype(entry) != AE_IFREG || !isSafe(path))
            return unreadable(u"'%1' is no file within it."_s.arg(shown(path)));
        if (files.size() == limits.files)
            return unreadable(tooMany(limits));
        QByteArray content = TRY(readFile(handle.get(), path, std::min(left, limits.file)));
        left -= content.size();
        if (!files.emplace(path, std::move(content)).second)
            return unreadable(u"'%1' is in it twice."_s.arg(shown(path)));
    }
}

} // namespace tenantry::packages
