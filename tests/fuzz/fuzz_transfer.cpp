// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/arrayreader.h"
#include "core/data/transfer/csvreader.h"
#include "core/data/transfer/csvwriter.h"
#include "server/http/multipart.h"

#include <cstdint>
#include <cstdlib>

using namespace tenantry;

namespace {

constexpr data::CsvReader::Limits limits{.record = 256, .fields = 16};

using Fields = std::vector<data::CsvReader::Field>;

/// The same fields, each a view into a text of its own.
bool sameFields(const Fields &a, const Fields &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto &left, const auto &right) { return left.text == right.text; });
}

/// What was read is read again from what is written of it.
void mustReadBack(const Fields &fields)
{
    const bool blank = fields.size() == 1 && fields.front().text.empty() && !fields.front().quoted;
    if (blank)
        return;
    QByteArray out;
    data::CsvWriter writer(out);
    writer.text("header").endRecord(); // a byte order mark is one at the beginning alone
    for (const auto &[text, quoted] : fields) {
        if (text.empty() && !quoted)
            writer.null();
        else
            writer.text(text);
    }
    writer.endRecord();
    data::CsvReader reader({out.constData(), std::size_t(out.size())});
    if (!reader.next().value_or(false) || !reader.next().value_or(false) || !sameFields(reader.fields(), fields))
        std::abort();
}

void readCsv(std::string_view text)
{
    data::CsvReader reader(text, limits);
    while (true) {
        const Result<bool> more = reader.next();
        if (!more || !*more)
            break;
        mustReadBack(reader.fields());
    }
    if (reader.position() > text.size())
        std::abort();
}

void readArray(std::string_view text)
{
    data::ArrayReader reader(text, limits.record);
    while (true) {
        const Result<bool> more = reader.next();
        if (!more || !*more)
            break;
        if (reader.element().empty() || reader.element().size() > limits.record)
            std::abort();
    }
}

void readForm(QByteArrayView body)
{
    Result<http::MultipartReader> reader = http::MultipartReader::of("multipart/form-data; boundary=b", body);
    for (int parts = 0;; ++parts) {
        const auto part = reader->next();
        if (!part || !*part)
            break;
        if (parts > http::MultipartReader::mostParts || (*part)->content.size() > body.size())
            std::abort();
    }
}

} // namespace

/// The first byte says which of the readers of files gets the rest; none breaks, and CSV is written as it is read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(data) + 1, size - 1);
    switch (data[0] % 3) {
    case 0:
        readCsv(text);
        break;
    case 1:
        readArray(text);
        break;
    default:
        readForm(QByteArrayView(text.data(), qsizetype(text.size())));
    }
    return 0;
}
