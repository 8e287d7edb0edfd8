// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values/vectorvalue.h"

#include "core/data/values/postgresarray.h"
#include "core/json/reader.h"

#include <QtEndian>

#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using Wrong = tl::unexpected<QString>;

std::vector<float> floatsOf(const QByteArray &blob)
{
    std::vector<float> numbers(std::size_t(blob.size()) / sizeof(float));
    qFromLittleEndian<float>(blob.constData(), qsizetype(numbers.size()), numbers.data());
    return numbers;
}

std::string shortest(float number)
{
    std::array<char, 32> buffer;
    return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr};
}

std::string jsonOf(const std::vector<float> &numbers)
{
    std::string json = "[";
    for (std::string_view separator; const float number : numbers)
        json.append(std::exchange(separator, ", ")).append(shortest(number));
    return json + "]";
}

} // namespace

ParsedValue vectorFromJson(std::int32_t dimension, const json::Value &value)
{
    const Wrong wrong(u"Expected an array of %1 numbers."_s.arg(dimension));
    const json::Array &items = value.array();
    if (!value.isArray() || items.size() != std::size_t(dimension))
        return wrong;
    std::vector<float> numbers;
    numbers.reserve(items.size());
    for (const json::Value &item : items) {
        const auto number = float(item.real().value_or(NAN));
        if (!std::isfinite(number))
            return wrong;
        numbers.push_back(number == 0 ? 0.F : number); // no negative zero
    }
    QByteArray blob(qsizetype(numbers.size() * sizeof(float)), Qt::Uninitialized);
    qToLittleEndian<float>(numbers.data(), qsizetype(numbers.size()), blob.data());
    return sql::Value(sql::Blob{std::move(blob)});
}

ParsedValue vectorFromText(std::int32_t dimension, std::string_view text)
{
    return vectorFromJson(dimension, json::read(text).value_or(json::Value()));
}

std::string vectorForPostgres(const sql::Blob &neutral)
{
    PostgresArrayWriter array;
    for (const float number : floatsOf(neutral.bytes))
        array.plain(shortest(number));
    return array.take();
}

std::string vectorJson(const QByteArray &blob)
{
    return jsonOf(floatsOf(blob));
}

std::string vectorJsonFromPostgres(std::string_view printed)
{
    std::vector<float> numbers;
    for (const std::optional<std::string> &item : postgresArrayElements(printed)) {
        float number = 0;
        if (item)
            std::from_chars(item->data(), item->data() + item->size(), number);
        numbers.push_back(number);
    }
    return jsonOf(numbers);
}

} // namespace tenantry::data
