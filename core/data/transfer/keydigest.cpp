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

} // namespace

std::optional<KeyDigest> digestOf(const RowValues &row, const std::vector<std::size_t> &columns)
{
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
