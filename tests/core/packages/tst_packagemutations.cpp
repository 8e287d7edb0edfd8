// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/ddlwriter.h"
#include "core/data/schema/schemaplanner.h"
#include "core/data/schema/tabledraft.h"
#include "core/packages/apppackage.h"
#include "tests/support/mutator.h"

#include <QTest>

#include <QtEndian>

using namespace tenantry;
using namespace Qt::StringLiterals;
using packages::ArchiveFiles;
using packages::ArchiveLimits;

namespace {

constexpr ArchiveLimits limits{.files = 20, .file = 100'000, .total = 200'000};

/// One file of an archive, with whatever its headers say of it.
struct RawFile
{
    QByteArray path;
    QByteArray content;
    quint32 announced = 0; ///< size, instead of what it is; 0: the truth
    quint16 flags = 0;     ///< 1: encrypted, 8: sizes behind the content
    quint16 method = 0;    ///< 0: stored, 8: deflated
    quint32 attributes = 0;
};

template<class T>
QByteArray number(T value)
{
    const T little = qToLittleEndian(value);
    return {reinterpret_cast<const char *>(&little), sizeof little};
}

quint32 checksum(const QByteArray &bytes)
{
    quint32 sum = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        sum ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1) ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

/// What both of a file's headers hold, from the flags to the length of the extra field.
QByteArray described(const RawFile &file)
{
    const auto size = file.announced ? file.announced : quint32(file.content.size());
    return number(file.flags) + number(file.method) + number(quint32(0)) + number(checksum(file.content)) +
           number(size) + number(size) + number(quint16(file.path.size())) + number(quint16(0));
}

/// An archive as nobody's library would write it.
QByteArray rawZip(const std::vector<RawFile> &files)
{
    QByteArray out;
    QByteArray directory;
    for (const RawFile &file : files) {
        const auto at = quint32(out.size());
        out += QByteArray("PK\x03\x04", 4) + number(quint16(20)) + described(file) + file.path + file.content;
        directory += QByteArray("PK\x01\x02", 4) + number(quint16(0x0314)) + number(quint16(20)) + described(file) +
                     number(quint16(0)) + number(quint32(0)) + number(file.attributes) + number(at) + file.path;
    }
    const auto count = quint16(files.size());
    return out + directory + QByteArray("PK\x05\x06", 4) + number(quint32(0)) + number(count) + number(count) +
           number(quint32(directory.size())) + number(quint32(out.size())) + number(quint16(0));
}

const QByteArray appJson = "{\"format\": 1, \"name\": \"Store\", \"slug\": \"store\", \"description\": \"x\", "
                           "\"settings\": {\"display_name\": \"Store\", \"primary_color\": \"#112233\"}}";
const QByteArray tableJson =
    "{\"name\": \"books\", \"title\": \"Books\", \"audit_enabled\": true, \"provider_type\": \"flat_table\", "
    "\"schema_format\": \"frictionless\", \"json_schema\": {\"fields\": [{\"name\": \"id\", \"type\": \"integer\"}, "
    "{\"name\": \"title\", \"type\": \"string\", \"constraints\": {\"required\": true, \"maxLength\": 9}}], "
    "\"primaryKey\": \"id\", \"search_fields\": [\"title\"]}}";

std::vector<QByteArray> wholeArchives()
{
    const ArchiveFiles files{{"app.json", appJson}, {"datatables/books.json", tableJson}, {"functions/a.py", "pass"}};
    return {*packages::writeZip(files), *packages::writeZip({{"app.json", appJson}}),
            rawZip({{.path = "app.json", .content = appJson},
                    {.path = "datatables/", .content = {}},
                    {.path = "datatables/books.json", .content = tableJson}})};
}

/// Each with what is wrong with it.
std::vector<std::pair<const char *, QByteArray>> hostileArchives()
{
    constexpr quint32 link = 0120777U << 16U;
    const std::vector<RawFile> many(30, RawFile{.path = "folder/", .content = {}});
    const std::vector<RawFile> listed(100, RawFile{.path = "folder/", .content = {}});
    return {
        {"a path that leads out", rawZip({{.path = "../app.json", .content = appJson}})},
        {"an absolute path", rawZip({{.path = "/etc/passwd", .content = "x"}})},
        {"a path of another system", rawZip({{.path = "C:\\app.json", .content = appJson}})},
        {"a path that is no text", rawZip({{.path = "\xFF\xFE", .content = "x"}})},
        {"no path", rawZip({{.path = "", .content = "x"}})},
        {"a path twice", rawZip({{.path = "app.json", .content = appJson}, {.path = "app.json", .content = "{}"}})},
        {"a link", rawZip({{.path = "app.json", .content = "/etc/passwd", .attributes = link}})},
        {"a file that is encrypted", rawZip({{.path = "app.json", .content = appJson, .flags = 1}})},
        {"a method that nobody has", rawZip({{.path = "app.json", .content = appJson, .method = 77}})},
        {"content that is not what it says", rawZip({{.path = "app.json", .content = appJson, .method = 8}})},
        {"a size of nearly 4 GB", rawZip({{.path = "app.json", .content = appJson, .announced = 0xFFFFFFF0U}})},
        {"a size as of a larger archive", rawZip({{.path = "app.json", .content = appJson, .announced = 0xFFFFFFFFU}})},
        {"much in little", *packages::writeZip({{"app.json", QByteArray(5'000'000, ' ')}})},
        {"more folders than files are allowed", rawZip(many)},
        {"a long list of contents", rawZip(listed)},
    };
}

bool isWithin(const std::string &path)
{
    const QStringList names = QString::fromStdString(path).split(u'/');
    return !path.empty() && path.find('\\') == std::string::npos && path.find('\0') == std::string::npos &&
           std::none_of(names.begin(), names.end(),
                        [](const QString &name) { return name.isEmpty() || name == u".." || name == u"."; });
}

/// The way of an uploaded archive until its tables are planned.
Result<void> readAll(const ArchiveFiles &files)
{
    const packages::AppPackage package = TRY(packages::readPackage(files));
    const data::AppTables app{.appSlug = u"store"_s};
    const sql::Namespace space{sql::Dialect::Postgres, "store", "t_"};
    std::vector<data::TableDraft> drafts;
    for (std::size_t i = 0; i < package.tables.size(); ++i) {
        const data::JsonPath path(QString::fromStdString(package.files[i]));
        drafts.push_back(data::readTableDraft(u"store"_s, package.tables[i], data::DraftForm::Table, path));
    }
    if (!drafts.empty())
        TRY(data::planSchema(app, std::move(drafts), data::DdlWriter(space)));
    return {};
}

} // namespace

/// Archives and the files in them that are nearly right, or made to do harm. Whatever they are, the answer is a package
/// within its limits or an error of the client's.
class TestPackageMutations : public QObject
{
    Q_OBJECT

    /// `read`: (const QByteArray &) -> Result<void>
    template<class Read>
    static void check(const std::vector<QByteArray> &seeds, test::Mutator mutator, Read read)
    {
        int accepted = 0;
        for (int i = 0; i < test::mutationCount(); ++i) {
            const QByteArray bytes = mutator.mutated(seeds);
            const Result<void> outcome = read(bytes);
            if (outcome)
                ++accepted;
            else if (describe(outcome.error().code).status >= 500)
                QFAIL(qPrintable(u"%1: %2"_s.arg(QString::fromLatin1(bytes.toBase64()), outcome.error().message)));
        }
        QVERIFY2(accepted > test::mutationCount() / 20, "hardly any was accepted, so that little was reached");
        QVERIFY2(accepted < test::mutationCount(), "every one was accepted");
    }

private slots:
    void readsWholeArchives()
    {
        for (const QByteArray &archive : wholeArchives()) {
            const Result<ArchiveFiles> files = packages::readZip(archive, limits);
            QVERIFY2(files, qPrintable(files ? QString() : files.error().message));
            const Result<void> read = readAll(*files);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        }
    }

    void refusesHostileArchives()
    {
        for (const auto &[what, archive] : hostileArchives()) {
            const Result<ArchiveFiles> files = packages::readZip(archive, limits);
            QVERIFY2(!files, what);
            QVERIFY2(files.error().code == ErrorCode::BadRequest, what);
        }
    }

    void readsArchives()
    {
        std::vector<QByteArray> seeds = wholeArchives();
        for (const QByteArray &whole : wholeArchives())
            seeds.insert(seeds.end(), 4, whole);
        for (const auto &hostile : hostileArchives())
            seeds.push_back(hostile.second);
        const std::vector<QByteArray> pieces{"PK\x01\x02",
                                             "PK\x03\x04",
                                             "PK\x05\x06",
                                             "PK\x06\x06",
                                             "PK\x06\x07",
                                             "PK\x07\x08",
                                             QByteArray::fromHex("ffffffff"),
                                             QByteArray::fromHex("ffffffffffffff7f"),
                                             QByteArray::fromHex("00000000"),
                                             QByteArray::fromHex("01001000ffffffffffffffff"),
                                             QByteArray::fromHex("0800"),
                                             "../",
                                             "/etc/",
                                             "datatables/",
                                             "app.json"};
        const auto seed = std::uint64_t(test::mutationSeed());
        check(seeds, {seed, pieces, std::string_view("\0\xFFPK/", 5)}, [](const QByteArray &bytes) -> Result<void> {
            const ArchiveFiles files = TRY(packages::readZip(bytes, limits));
            qsizetype total = 0;
            for (const auto &[path, content] : files) {
                total += content.size();
                if (!isWithin(path) || content.size() > limits.file)
                    return failure(Error::internal(u"a file is not what may be in an archive"_s));
            }
            if (files.size() > limits.files || total > limits.total)
                return failure(Error::internal(u"more is read than is allowed"_s));
            return readAll(files);
        });
    }

    void readsFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addRow("app") << u"app.json"_s;
        QTest::addRow("table") << u"datatables/books.json"_s;
    }
    void readsFiles()
    {
        QFETCH(QString, file);
        const ArchiveFiles whole{{"app.json", appJson}, {"datatables/books.json", tableJson}};
        const std::vector<QByteArray> pieces{"{",    "}",    "[",         "]",        "\"",   ",",     ":",
                                             "null", "true", "-1",        "1e999",    "\\",   "99999", "\xFF",
                                             "name", "slug", "audit_log", "settings", "list", "id",    "integer"};
        const auto seed = std::uint64_t(test::mutationSeed());
        check({whole.at(file.toStdString())}, {seed, pieces, "[{\"9a_ "}, [&](const QByteArray &text) {
            ArchiveFiles files = whole;
            files[file.toStdString()] = text;
            return readAll(files);
        });
    }
};

QTEST_APPLESS_MAIN(TestPackageMutations)
#include "tst_packagemutations.moc"
