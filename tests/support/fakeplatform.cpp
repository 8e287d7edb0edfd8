// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeplatform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tenantry::test {

const QString FakePlatform::ordersPath = u"/sites/acme-prod/api/apps/store/datatables/orders/data/"_s;

namespace {

using Answer = FakeServer::Answer;
using Received = FakeServer::Received;

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject bodyOf(const Received &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

Answer error(int status, const QString &code, const QString &message, const QJsonObject &fields = {})
{
    return {status,
            text({{u"status"_s, u"error"_s}, {u"code"_s, code}, {u"message"_s, message}, {u"errors"_s, fields}})};
}

QString slugOf(const QString &name)
{
    return name.toLower().replace(u' ', u'-');
}

QJsonArray objectsNamed(const QStringList &names)
{
    QJsonArray items;
    for (const QString &name : names)
        items.append(QJsonObject{{u"uuid"_s, u"00000000-0000-4000-8000-000000000001"_s},
                                 {u"id"_s, 1},
                                 {u"name"_s, name},
                                 {u"slug"_s, slugOf(name)},
                                 {u"environment"_s, name.endsWith("test"_L1) ? u"testing"_s : u"production"_s},
                                 {u"is_active"_s, true}});
    return items;
}

QJsonArray pageOf(const QJsonArray &items, const Received &request)
{
    const int page = request.query.queryItemValue(u"page"_s).toInt();
    const int size = request.query.queryItemValue(u"page_size"_s).toInt();
    QJsonArray part;
    for (qsizetype i = qsizetype(page - 1) * size; i < std::min(items.size(), qsizetype(page) * size); ++i)
        part.append(items[i]);
    return part;
}

Answer bareList(const QStringList &names, const Received &request)
{
    const QJsonArray items = objectsNamed(names);
    const QJsonArray part = pageOf(items, request);
    const int page = request.query.queryItemValue(u"page"_s).toInt();
    const bool more = qsizetype(page) * request.query.queryItemValue(u"page_size"_s).toInt() < items.size();
    return {200, text({{u"count"_s, items.size()},
                       {u"next"_s, more ? QJsonValue(u"http://127.0.0.1/?page=%1"_s.arg(page + 1)) : QJsonValue()},
                       {u"previous"_s, QJsonValue()},
                       {u"results"_s, part}})};
}

Answer envelope(const QJsonValue &data, qsizetype total, bool hasNext = false)
{
    return {200, text({{u"status"_s, u"success"_s},
                       {u"message"_s, u"Retrieved"_s},
                       {u"data"_s, data},
                       {u"total"_s, total},
                       {u"pagination"_s, QJsonObject{{u"has_next"_s, hasNext}}}})};
}

const auto ordersDefinition = R"({"fields":[
    {"name":"id","type":"integer","constraints":{"required":true}},
    {"name":"customer_id","type":"integer"},
    {"name":"total","type":"number"},
    {"name":"paid","type":"boolean"},
    {"name":"placed_at","type":"datetime"},
    {"name":"note","type":"string","title":"Remark"},
    {"name":"address","type":"object"}],
    "primaryKey":["id"],
    "foreignKeys":[{"fields":["customer_id"],"reference":{"resource":"customers","fields":["id"]}}]})";

QJsonObject order(int id)
{
    return {{u"id"_s, id},
            {u"customer_id"_s, id % 7},
            {u"total"_s, id + 0.25},
            {u"paid"_s, id % 2 == 0},
            {u"placed_at"_s, u"2026-01-05T09:00:00Z"_s},
            {u"note"_s, id % 3 == 0 ? QJsonValue() : QJsonValue(u"order %1"_s.arg(id))},
            {u"address"_s, QJsonObject{{u"city"_s, u"Z\u00fcrich"_s}}}};
}

/// Rows of `count`, whose id counts from 1, in the window and order asked for.
Answer window(const Received &request, int count)
{
    const int start = request.query.queryItemValue(u"_start"_s).toInt();
    const int end = std::min(request.query.queryItemValue(u"_end"_s).toInt(), count);
    const bool descending = request.query.queryItemValue(u"ordering"_s).startsWith(u'-');
    QJsonArray rows;
    for (int i = start; i < end; ++i)
        rows.append(order(descending ? count - i : i + 1));
    return envelope(rows, count);
}

} // namespace

FakePlatform::FakePlatform()
{
    serveTokens();
    serveControlPlane();
    serveStore();
}

void FakePlatform::addOrganizations(int count)
{
    for (int i = 1; i <= count; ++i)
        m_organizations << u"Club %1"_s.arg(i);
}

FakeServer::Answer FakePlatform::tokens()
{
    return {200, text({{u"access"_s, u"access-%1"_s.arg(m_generation)},
                       {u"refresh"_s, u"refresh"_s},
                       {u"expires_in"_s, m_tokenLifetime}})};
}

FakeServer::Answer FakePlatform::authorized(const Received &request, const std::function<Answer()> &answer)
{
    if (request.headers.value("authorization") != "Bearer access-" + QByteArray::number(m_generation))
        return error(401, u"UNAUTHORIZED"_s, u"The token is not valid."_s);
    return answer();
}

void FakePlatform::serveTokens()
{
    on("POST", u"/api/cloud/auth/jwt/token/"_s, [this](const Received &request) {
        const QJsonObject pair = bodyOf(request);
        if (pair[u"username"_s] != QLatin1StringView(email) || pair[u"password"_s] != QLatin1StringView(password))
            return error(401, u"UNAUTHORIZED"_s, u"No active account matches this e-mail and password."_s);
        const QString otp = pair[u"otp"_s].toString();
        if (otp != m_secondFactor)
            return Answer{
                401, text({{u"status"_s, u"error"_s},
                           {u"code"_s, u"UNAUTHORIZED"_s},
                           {u"message"_s, u"The second factor is missing or wrong."_s},
                           {u"detail"_s, otp.isEmpty() ? u"second_factor_required"_s : u"second_factor_invalid"_s}})};
        return tokens();
    });
    on("POST", u"/api/cloud/auth/jwt/token/refresh/"_s, [this](const Received &) { return tokens(); });
    for (const char *site : {"acme-prod", "acme-test"})
        on("POST", u"/api/cloud/sites/%1/enter/"_s.arg(QLatin1StringView(site)),
           [this](const Received &request) { return authorized(request, [&] { return tokens(); }); });
}

FakeServer::Answer FakePlatform::create(const Received &request, QStringList &names, bool enveloped)
{
    const QString name = bodyOf(request)[u"name"_s].toString();
    if (names.contains(name))
        return error(400, u"VALIDATION_ERROR"_s, u"Some fields are not valid."_s,
                     {{u"name"_s, QJsonArray{u"This name is taken."_s}}});
    names << name;
    const QJsonObject made = objectsNamed({name}).first().toObject();
    return {201, enveloped ? text({{u"status"_s, u"success"_s}, {u"data"_s, made}}) : text(made)};
}

void FakePlatform::serveControlPlane()
{
    const auto list = [this](const QString &path, QStringList &names) {
        on("GET", path, [this, &names](const Received &request) {
            return authorized(request, [&] { return bareList(names, request); });
        });
        on("POST", path, [this, &names](const Received &request) {
            return authorized(request, [&] { return create(request, names, false); });
        });
    };
    list(u"/api/cloud/organizations/"_s, m_organizations);
    list(u"/api/cloud/organizations/acme/sites/"_s, m_sites);
}

void FakePlatform::serveStore()
{
    const auto get = [this](const QString &path, std::function<Answer(const Received &)> answer) {
        on("GET", path, [this, answer = std::move(answer)](const Received &request) {
            return authorized(request, [&] { return answer(request); });
        });
    };
    for (const char *site : {"acme-prod", "acme-test"}) {
        const QString path = u"/sites/%1/api/apps/"_s.arg(QLatin1StringView(site));
        const bool empty = path.contains("acme-test"_L1);
        get(path, [this, empty](const Received &request) {
            const QJsonArray apps = objectsNamed(empty ? QStringList() : m_apps);
            return envelope(pageOf(apps, request), apps.size());
        });
    }
    on("POST", u"/sites/acme-prod/api/apps/"_s,
       [this](const Received &request) { return authorized(request, [&] { return create(request, m_apps, true); }); });
    const QString tables = u"/sites/acme-prod/api/apps/store/datatables/"_s;
    get(tables, [](const Received &) {
        return envelope(QJsonArray{QJsonObject{{u"name"_s, u"nothing"_s}, {u"row_count_estimate"_s, 0}},
                                   QJsonObject{{u"name"_s, u"orders"_s}, {u"row_count_estimate"_s, orderCount}}},
                        2);
    });
    for (const auto &[name, count] : {std::pair{u"orders"_s, orderCount}, std::pair{u"nothing"_s, 0}}) {
        get(tables + name + u'/', [name = name](const Received &) {
            return envelope(
                QJsonObject{{u"name"_s, name}, {u"json_schema"_s, QJsonDocument::fromJson(ordersDefinition).object()}},
                1);
        });
        get(tables + name + u"/data/"_s, [count = count](const Received &request) { return window(request, count); });
    }
}

} // namespace tenantry::test
