// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/requestvalidator.h"

#include "core/base/datetime.h"
#include "core/base/ids.h"
#include "core/json/depth.h"
#include "core/json/reader.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using Errors = std::vector<FieldError>;

/// "must be ..." for each type.
QString typeMessage(FieldType type)
{
    switch (type) {
    case FieldType::String:
        return u"Must be a text."_s;
    case FieldType::Integer:
        return u"Must be a whole number."_s;
    case FieldType::Number:
        return u"Must be a number."_s;
    case FieldType::Boolean:
        return u"Must be true or false."_s;
    case FieldType::Object:
        return u"Must be an object."_s;
    case FieldType::Array:
        return u"Must be a list."_s;
    case FieldType::Any:
        break;
    }
    return {};
}

bool hasType(const json::Value &value, FieldType type)
{
    switch (type) {
    case FieldType::String:
        return value.isString();
    case FieldType::Integer:
        return value.integer().has_value();
    case FieldType::Number:
        return value.isNumber();
    case FieldType::Boolean:
        return value.isBool();
    case FieldType::Object:
        return value.isObject();
    case FieldType::Array:
        return value.isArray();
    case FieldType::Any:
        return true;
    }
    Q_UNREACHABLE();
}

/// One '@' with something before it and a dotted name after it; whether the mailbox exists, only a mail can tell.
bool isEmail(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    const QString domain = text.mid(at + 1);
    const bool clean = std::none_of(text.begin(), text.end(),
                                    [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
    return clean && at > 0 && at == text.lastIndexOf(u'@') && text.size() <= 254 && domain.contains(u'.') &&
           !domain.startsWith(u'.') && !domain.endsWith(u'.') && !domain.contains(".."_L1);
}

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

std::optional<QString> formatProblem(const QString &text, const QByteArray &format)
{
    if (format == "email" && !isEmail(text))
        return u"Must be an e-mail address."_s;
    if (format == "uri" && !isWebAddress(text))
        return u"Must be a web address that begins with http:// or https://."_s;
    if (format == "uuid" && !isUuid(text))
        return u"Must be a UUID."_s;
    if (format == "date-time" && !parseDateTime(text.toStdString()))
        return u"Must be a date and time such as 2026-01-05T09:00:00Z."_s;
    return std::nullopt;
}

QString listed(const std::vector<QByteArray> &words)
{
    QStringList texts;
    for (const QByteArray &word : words)
        texts.append(QString::fromUtf8(word));
    return texts.join(u", "_s);
}

void checkText(const QString &text, const Field &field, const QString &name, Errors &errors)
{
    const qsizetype length = text.toUcs4().size();
    if (field.maxLength > 0 && length > field.maxLength)
        errors.push_back({name, u"Must have at most %1 characters."_s.arg(field.maxLength)});
    else if (length < field.minLength)
        errors.push_back({name, field.minLength == 1 ? u"Must not be empty."_s
                                                     : u"Must have at least %1 characters."_s.arg(field.minLength)});
    else if (const auto problem = text.isEmpty() ? std::nullopt : formatProblem(text, field.format))
        errors.push_back({name, *problem});
    else if (!field.oneOf.empty() &&
             std::find(field.oneOf.begin(), field.oneOf.end(), text.toUtf8()) == field.oneOf.end())
        errors.push_back({name, u"Must be one of: %1."_s.arg(listed(field.oneOf))});
}

void checkField(const json::Object &object, const Field &field, bool partial, Errors &errors)
{
    const QString name = QString::fromUtf8(field.name);
    const json::Value *value = object.find({field.name.data(), std::size_t(field.name.size())});
    if (!value) {
        if (field.required && !partial)
            errors.push_back({name, u"This field is required."_s});
    } else if (value->isNull()) {
        if (!field.nullable && field.type != FieldType::Any)
            errors.push_back({name, u"Must not be null."_s});
    } else if (!hasType(*value, field.type)) {
        errors.push_back({name, typeMessage(field.type)});
    } else if (json::isDeeperThan(*value, json::keptDepth)) {
        errors.push_back({name, u"Must be nested in at most %1 levels."_s.arg(json::keptDepth)});
    } else if (value->isString()) {
        checkText(value->text(), field, name, errors);
    }
}

void checkParameter(const Query &query, const Field &field, Errors &errors)
{
    const QString name = QString::fromUtf8(field.name);
    const std::optional<QString> text = query.value(name);
    if (!text) {
        if (field.required)
            errors.push_back({name, u"This parameter is required."_s});
        return;
    }
    bool number = true;
    if (field.type == FieldType::Integer)
        text->toLongLong(&number);
    else if (field.type == FieldType::Number)
        text->toDouble(&number);
    else if (field.type == FieldType::Boolean)
        number = query.boolean(name).has_value();
    if (!number)
        errors.push_back({name, typeMessage(field.type)});
    else if (field.type == FieldType::String)
        checkText(*text, field, name, errors);
}

Result<void> checkContentType(const http::Request &request)
{
    const QByteArray type = request.header("Content-Type");
    const QByteArray media = type.split(';').front().trimmed();
    if (media.compare("application/json", Qt::CaseInsensitive) != 0)
        return failure(ErrorCode::UnsupportedMediaType, u"Send the body as application/json."_s);
    return {};
}

/// PUT and PATCH change the fields they name and leave the others.
bool isPartial(const Endpoint &endpoint)
{
    return endpoint.body->partial || endpoint.method == http::Method::Put || endpoint.method == http::Method::Patch;
}

Result<void> readBody(Call &call)
{
    const Body &declared = *call.endpoint->body;
    const QByteArray &bytes = call.request.body;
    if (bytes.isEmpty()) {
        if (declared.required && declared.open)
            return failure(ErrorCode::BadRequest, u"A JSON body is needed."_s);
        call.body = json::Object{};
        return {};
    }
    TRY(checkContentType(call.request));
    call.body = TRY(json::read({bytes.data(), std::size_t(bytes.size())}));
    if (!declared.open && !call.body.isObject())
        return failure(ErrorCode::BadRequest, u"The body must be a JSON object."_s);
    return {};
}

/// Of what is wrong with one field, the declaration is told first and the rest when it fits.
void checkFurther(const Body &declared, const json::Value &body, Errors &errors)
{
    if (!declared.check)
        return;
    const Errors found = errors;
    for (FieldError &error : declared.check(body)) {
        const auto isSame = [&](const FieldError &other) { return other.path == error.path; };
        if (std::ranges::none_of(found, isSame))
            errors.push_back(std::move(error));
    }
}

} // namespace

Result<void> validateRequest(Call &call)
{
    const Endpoint &endpoint = *call.endpoint;
    call.preferences = TRY(Preferences::parse(call.request, endpoint.preferences));
    Errors errors;
    for (const Field &field : endpoint.query)
        checkParameter(call.query, field, errors);
    if (endpoint.body && !endpoint.body->form) {
        TRY(readBody(call));
        if (!endpoint.body->open) {
            for (const Field &field : endpoint.body->fields)
                checkField(std::as_const(call.body).object(), field, isPartial(endpoint), errors);
            checkFurther(*endpoint.body, call.body, errors);
        }
    }
    if (!errors.empty())
        return failure(Error::invalid(std::move(errors)));
    return {};
}

} // namespace tenantry::server
