// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitedocumentfunctions.h"

#include "core/base/datetime.h"
#include "core/json/reader.h"
#include "core/json/writer.h"
#include "core/sql/documentmember.h"
#include "core/sql/sqlite/sqlitefunction.h"

#include <array>
#include <charconv>

namespace tenantry::sql {

namespace {

/// The digits of a number without the zeros at the end of its fraction.
std::string_view trimmed(std::string_view number)
{
    if (number.find('.') == std::string_view::npos)
        return number;
    number = number.substr(0, number.find_last_not_of('0') + 1);
    return number.ends_with('.') ? number.substr(0, number.size() - 1) : number;
}

std::optional<std::int64_t> integerOf(const json::Value &value)
{
    const std::string_view text = trimmed(value.numberText());
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size() && !text.empty();
    return whole ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> yearOf(const json::Value &value)
{
    constexpr std::int64_t lastYear = 9999;
    const std::optional<std::int64_t> year = integerOf(value);
    return year && *year >= 1 && *year <= lastYear ? year : std::nullopt;
}

template<Result<std::int64_t> (*parse)(std::string_view), std::string (*format)(std::int64_t)>
std::optional<std::int64_t> timeOf(const json::Value &value)
{
    const Result<std::int64_t> time = parse(value.string());
    return time && format(*time) == value.string() ? std::optional(*time) : std::nullopt;
}

std::optional<QByteArray> bytesOf(const json::Value &value)
{
    const QByteArray text(value.string().data(), qsizetype(value.string().size()));
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    const bool isPadded = text.size() % 4 == 0;
    return value.isString() && decoded && isPadded ? std::optional(*decoded) : std::nullopt;
}

bool isUuid(std::string_view text)
{
    constexpr std::size_t length = 36;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
        if (hyphen ? text[i] != '-' : !hex)
            return false;
    }
    return text.size() == length;
}

using Number = std::optional<std::int64_t> (*)(const json::Value &);

template<Number read>
bool isNumberOf(const json::Value &value)
{
    return read(value).has_value();
}

template<Number read>
void answerNumber(sqlite3_context *context, const json::Value &value)
{
    sqlite3_result_int64(context, *read(value));
}

void answerString(sqlite3_context *context, const json::Value &value)
{
    answerText(context, value.string());
}

void answerDocument(sqlite3_context *context, const json::Value &value)
{
    answerText(context, json::canonical(value));
}

struct Type
{
    std::string_view name;
    bool (*holds)(const json::Value &); ///< not asked about null
    void (*answer)(sqlite3_context *, const json::Value &);
};

constexpr auto dateOf = timeOf<parseDate, formatDate>;
constexpr auto momentOf = timeOf<parseDateTime, formatDateTime>;
constexpr auto timeOfDay = timeOf<parseTime, formatTime>;

constexpr std::array types{
    Type{"text", [](const json::Value &value) { return value.isString(); }, answerString},
    Type{"uuid", [](const json::Value &value) { return isUuid(value.string()); }, answerString},
    Type{"binary", [](const json::Value &value) { return bytesOf(value).has_value(); },
         [](sqlite3_context *context, const json::Value &value) {
             const QByteArray bytes = *bytesOf(value);
             sqlite3_result_blob64(context, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT);
         }},
    Type{"integer", isNumberOf<integerOf>, answerNumber<integerOf>},
    Type{"number", [](const json::Value &value) { return value.isNumber(); },
         [](sqlite3_context *context, const json::Value &value) { answerText(context, trimmed(value.numberText())); }},
    Type{"boolean", [](const json::Value &value) { return value.isBool(); },
         [](sqlite3_context *context, const json::Value &value) {
             sqlite3_result_int(context, value.boolean() ? 1 : 0);
         }},
    Type{"date", isNumberOf<dateOf>, answerString},
    Type{"datetime", isNumberOf<momentOf>, answerNumber<momentOf>},
    Type{"time", isNumberOf<timeOfDay>, answerNumber<timeOfDay>},
    Type{"year", isNumberOf<yearOf>, answerNumber<yearOf>},
    Type{"object", [](const json::Value &value) { return value.isObject(); }, answerDocument},
    Type{"array", [](const json::Value &value) { return value.isArray(); }, answerDocument},
    Type{"any", [](const json::Value &) { return true; }, answerDocument},
};

void readField(sqlite3_context *context, int, sqlite3_value **arguments)
{
    std::string_view name = textOf(arguments[0]);
    const bool isList = name.ends_with("[]");
    name.remove_suffix(isList ? 2 : 0);
    const auto type = std::find_if(types.begin(), types.end(), [&](const Type &other) { return other.name == name; });
    const json::Value value = documentMember(textOf(arguments[1]), textOf(arguments[2]));
    if (type == types.end() || value.isNull())
        return;
    const auto holds = [&](const json::Value &element) { return element.isNull() || type->holds(element); };
    if (!isList) {
        if (type->holds(value))
            type->answer(context, value);
    } else if (value.isArray() && std::all_of(value.array().begin(), value.array().end(), holds)) {
        answerDocument(context, value);
    }
}

void merge(sqlite3_context *context, int, sqlite3_value **arguments)
{
    Result<json::Value> document = json::read(textOf(arguments[0]));
    const Result<json::Value> changes = json::read(textOf(arguments[1]));
    if (!document || !document->isObject() || !changes) {
        sqlite3_result_error(context, "not a document", -1);
        return;
    }
    for (const auto &[name, value] : changes->object())
        document->object()->set(name, value);
    answerDocument(context, *document);
}

constexpr std::array functions{
    SqliteFunction{"tenantry_field", 3, readField},
    SqliteFunction{"tenantry_merge", 2, merge},
};

} // namespace

bool registerSqliteDocumentFunctions(sqlite3 *handle)
{
    return registerAll(handle, functions);
}

} // namespace tenantry::sql
