// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/keydigest.h"

#include <QCryptographicHash>

#include <cstring>

namespace tenantry::data {

namespace {

/// Behind its length, so that two values are never taken for two others.
void addValue(QByteArray &bytes, const sql::Value &value)
{
    QByteArray text;
    if (const auto *string = std::get_if<std::string>(&value.data()))
        text = QByteArray::fromRawData(string->data(), qsizetype(string->size()));
    else if (const auto *number = std::get_if<std::int64_t>(&value.data()))
        text = QByteArray::number(qlonglong(*number));
    else if (const auto *real = std::get_if<double>(&value.data()))
        text = QByteArray::number(*real, 'g', 17);
    else if (const auto *flag = std::get_if<bool>(&value.data()))
        text = *flag ? "t" : "f";
    else if (const auto *blob = std::get_if<sql::Blob>(&value.data()))
        text = blob->bytes;
    bytes.append(QByteArray::number(text.size())).append(':').append(text);
}

/// Of a key that is one integer, without a hash: told apart by itself, and spread over all bits (splitmix64).
KeyDigest digestOfInteger(std::int64_t value)
{
    auto bits = static_cast<std::uint64_t>(value) + 0x9E3779B97F4A7C15U;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBU;
    return {bits ^ (bits >> 31), static_cast<std::uint64_t>(value)};
}

} // namespace

std::optional<KeyDigest> digestOf(const RowValues &row, const std::vector<std::size_t> &columns)
{
    if (columns.size() == 1 && row[columns.front()]) {
        if (const auto *number = std::get_if<std::int64_t>(&row[columns.front()]->data()))
            return digestOfInteger(*number);
    }
    QByteArray bytes;
    for (const std::size_t column : columns) {
        if (!row[column] || row[column]->isNull())
            return std::nullopt;
        addValue(bytes, *row[column]);
    }
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Blake2s_128);
    KeyDigest digest;
    std::memcpy(digest.data(), hash.constData(), sizeof digest);
    return digest;
}

} // namespace tenantry::data
