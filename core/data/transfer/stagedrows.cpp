// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/stagedrows.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

enum class Kind : char { Absent, Null, False, True, Integer, Real, Text, Blob };

/// Set in a Kind where the file holds the value, and no default stands in.
constexpr char givenFlag = 0x40;

template<class T>
void appendPlain(QByteArray &out, const T &value)
{
    out.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void appendBytes(QByteArray &out, QByteArrayView bytes)
{
    appendPlain(out, qint64(bytes.size()));
    out.append(bytes.data(), bytes.size());
}

void appendValue(QByteArray &out, const std::optional<sql::Value> &value, bool given)
{
    const auto kind = [&](Kind kind) { out += char(char(kind) | (given ? givenFlag : 0)); };
    if (!value)
        return kind(Kind::Absent);
    if (const auto *flag = std::get_if<bool>(&value->data()))
        return kind(*flag ? Kind::True : Kind::False);
    if (const auto *number = std::get_if<std::int64_t>(&value->data())) {
        kind(Kind::Integer);
        appendPlain(out, *number);
    } else if (const auto *real = std::get_if<double>(&value->data())) {
        kind(Kind::Real);
        appendPlain(out, *real);
    } else if (const auto *text = std::get_if<std::string>(&value->data())) {
        kind(Kind::Text);
        appendBytes(out, QByteArrayView(text->data(), qsizetype(text->size())));
    } else if (const auto *blob = std::get_if<sql::Blob>(&value->data())) {
        kind(Kind::Blob);
        appendBytes(out, blob->bytes);
    } else {
        kind(Kind::Null);
    }
}

/// Takes apart what the functions above have put together.
class RecordReader
{
public:
    explicit RecordReader(QByteArrayView record)
        : m_rest(record)
    {
    }

    bool atEnd() const { return m_rest.isEmpty(); }

    template<class T>
    T plain()
    {
        T value;
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest = m_rest.sliced(sizeof value);
        return value;
    }

    void value(StagedRow &row, StagedRows::Given given)
    {
        const char byte = plain<char>();
        std::optional<sql::Value> &value = row.complete.emplace_back(payload(Kind(byte & ~givenFlag)));
        if (given == StagedRows::Given::Read)
            row.given.push_back((byte & givenFlag) ? value : std::nullopt);
    }

private:
    std::optional<sql::Value> payload(Kind kind)
    {
        switch (kind) {
        case Kind::Absent:
            return std::nullopt;
        case Kind::Null:
            return sql::Value();
        case Kind::False:
        case Kind::True:
            return sql::Value(kind == Kind::True);
        case Kind::Integer:
            return sql::Value(plain<std::int64_t>());
        case Kind::Real:
            return sql::Value(plain<double>());
        case Kind::Text: {
            const QByteArrayView text = bytes();
            return sql::Value(std::string(text.data(), std::size_t(text.size())));
        }
        case Kind::Blob:
            return sql::Value(sql::Blob{bytes().toByteArray()});
        }
        Q_UNREACHABLE();
    }

    QByteArrayView bytes()
    {
        const auto size = plain<qint64>();
        const QByteArrayView bytes = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return bytes;
    }

    QByteArrayView m_rest;
};

} // namespace

Result<void> StagedRows::append(const StagedRow &row)
{
    m_record.resize(0); // keeps its memory
    appendPlain(m_record, qint64(0));
    appendPlain(m_record, row.place);
    for (std::size_t i = 0; i < row.complete.size(); ++i)
        appendValue(m_record, row.complete[i], row.given[i].has_value());
    const qint64 size = m_record.size() - qsizetype(sizeof size);
    std::memcpy(m_record.data(), &size, sizeof size);
    ++m_count;
    return m_spool.append(m_record);
}

/// Empty behind the last one.
Result<QByteArrayView> StagedRows::Reader::record()
{
    constexpr qint64 piece = 256 * 1024;
    while (true) {
        const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_taken);
        qint64 size = 0;
        if (rest.size() >= qsizetype(sizeof size)) {
            std::memcpy(&size, rest.data(), sizeof size);
            if (rest.size() >= qsizetype(sizeof size) + size) {
                m_taken += qsizetype(sizeof size) + size;
                return rest.sliced(sizeof size, size);
            }
        }
        m_buffer.remove(0, std::exchange(m_taken, 0));
        const qsizetype before = m_buffer.size();
        m_buffer.resize(before + std::max(piece, size));
        const qint64 count = m_rows.m_spool.read(m_position, m_buffer.data() + before, m_buffer.size() - before);
        m_buffer.resize(before + std::max<qint64>(count, 0));
        if (count == 0 && before == 0)
            return QByteArrayView();
        if (count <= 0)
            return failure(Error::internal(u"the spool of an import cannot be read"_s));
        m_position += count;
    }
}

Result<std::vector<StagedRow>> StagedRows::Reader::next(std::size_t most, qsizetype bytes)
{
    std::vector<StagedRow> rows;
    while (rows.size() < most && bytes > 0) {
        const QByteArrayView record = TRY(this->record());
        if (record.isEmpty())
            break;
        RecordReader reader(record);
        StagedRow &row = rows.emplace_back(StagedRow{reader.plain<FilePlace>(), {}, {}});
        row.complete.reserve(m_width);
        while (!reader.atEnd())
            reader.value(row, m_given);
        m_width = row.complete.size();
        bytes -= record.size();
    }
    return rows;
}

} // namespace tenantry::data
