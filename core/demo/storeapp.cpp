// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/chooser.h"
#include "core/demo/demoapp.h"
#include "core/json/reader.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::demo {

namespace {

constexpr std::uint32_t seed = 1848;
constexpr int ordersPerCustomer = 3;
constexpr int hoursOfAYear = 365 * 24;

constexpr std::string_view package = R"({"resources": [
  {"name": "products", "schema": {"primaryKey": ["id"], "fields": [
    {"name": "id", "type": "integer"},
    {"name": "sku", "type": "string", "constraints": {"required": true, "unique": true, "maxLength": 20}},
    {"name": "name", "type": "string", "constraints": {"required": true, "maxLength": 120}},
    {"name": "category", "type": "string", "constraints": {"required": true, "maxLength": 40}},
    {"name": "price", "type": "number", "constraints": {"required": true, "minimum": 0}},
    {"name": "stock", "type": "integer", "constraints": {"required": true, "minimum": 0}},
    {"name": "active", "type": "boolean", "constraints": {"required": true}}]}},
  {"name": "customers", "schema": {"primaryKey": ["id"], "fields": [
    {"name": "id", "type": "integer"},
    {"name": "name", "type": "string", "constraints": {"required": true, "maxLength": 120}},
    {"name": "email", "type": "string", "format": "email", "constraints": {"required": true, "unique": true}},
    {"name": "city", "type": "string"},
    {"name": "country", "type": "string", "constraints": {"required": true, "maxLength": 2}},
    {"name": "since", "type": "date", "constraints": {"required": true}}]}},
  {"name": "orders", "schema": {"primaryKey": ["id"], "fields": [
    {"name": "id", "type": "integer"},
    {"name": "customer_id", "type": "integer", "constraints": {"required": true}},
    {"name": "ordered_at", "type": "datetime", "constraints": {"required": true}},
    {"name": "status", "type": "string",
     "constraints": {"required": true, "enum": ["open", "paid", "shipped", "delivered", "cancelled"]}},
    {"name": "total", "type": "number", "constraints": {"required": true, "minimum": 0}},
    {"name": "note", "type": "string"}],
    "foreignKeys": [{"fields": ["customer_id"], "reference": {"resource": "customers", "fields": ["id"]}}]}},
  {"name": "order_lines", "schema": {"primaryKey": ["id"], "fields": [
    {"name": "id", "type": "integer"},
    {"name": "order_id", "type": "integer", "constraints": {"required": true}},
    {"name": "product_id", "type": "integer", "constraints": {"required": true}},
    {"name": "quantity", "type": "integer", "constraints": {"required": true, "minimum": 1}},
    {"name": "unit_price", "type": "number", "constraints": {"required": true, "minimum": 0}}],
    "foreignKeys": [{"fields": ["order_id"], "reference": {"resource": "orders", "fields": ["id"]}},
                    {"fields": ["product_id"], "reference": {"resource": "products", "fields": ["id"]}}]}}
]})";

struct Kind
{
    std::string_view category;
    std::string_view noun;
    std::int64_t cents; ///< what the plainest costs
};

constexpr std::array kinds{
    Kind{"Lighting", "desk lamp", 3490},   Kind{"Lighting", "floor lamp", 7900}, Kind{"Seating", "chair", 8900},
    Kind{"Seating", "stool", 4500},        Kind{"Seating", "armchair", 32900},   Kind{"Tables", "side table", 6900},
    Kind{"Tables", "dining table", 45900}, Kind{"Storage", "bookcase", 12900},   Kind{"Storage", "box", 1290},
    Kind{"Textiles", "rug", 9900},         Kind{"Textiles", "blanket", 4990},    Kind{"Kitchen", "carafe", 2490},
};
constexpr std::array styles{"Oak", "Linen", "Steel", "Walnut", "Ash", "Copper", "Wool", "Glass", "Birch", "Slate"};
constexpr std::array firstNames{"Ada",  "Grace", "Alan",    "Edsger", "Barbara", "Donald", "Radia", "Ken",
                                "Hedy", "Linus", "Frances", "Tim",    "Joan",    "Dennis", "Mary",  "Niklaus"};
constexpr std::array lastNames{"Keller", "Okafor", "Nguyen", "Silva",  "Haddad", "Novak", "Larsen", "Moreau", "Rossi",
                               "Sharma", "Tanaka", "Wright", "Yilmaz", "Zhou",   "Bauer", "Castro", "Dubois", "Evans"};
struct Place
{
    std::string_view city;
    std::string_view country;
};
constexpr std::array places{Place{"Berlin", "DE"}, Place{"Lyon", "FR"},   Place{"Porto", "PT"},  Place{"Pune", "IN"},
                            Place{"Osaka", "JP"},  Place{"Bergen", "NO"}, Place{"Turin", "IT"},  Place{"Graz", "AT"},
                            Place{"Leeds", "GB"},  Place{"Austin", "US"}, Place{"Suzhou", "CN"}, Place{"Izmir", "TR"}};
constexpr std::array statuses{"delivered", "delivered", "delivered", "shipped", "paid", "open", "cancelled"};
constexpr std::array notes{"Please ring twice.", "Leave it with the neighbour.", "A present: no invoice in the box.",
                           "Deliver after six."};

/// Fills the tables in order, as later ones refer to earlier ones.
class Store
{
public:
    explicit Store(int customers)
        : m_customerCount(customers)
    {
        addProducts();
        addCustomers();
        addOrders();
    }

    std::vector<DemoTable> tables() &&
    {
        return {{u"products"_s, std::move(m_products)},
                {u"customers"_s, std::move(m_customers)},
                {u"orders"_s, std::move(m_orders)},
                {u"order_lines"_s, std::move(m_lines)}};
    }

private:
    void addProducts()
    {
        for (const Kind &kind : kinds) {
            for (const std::string_view style : styles) {
                const int id = int(m_products.size()) + 1;
                m_prices.push_back(kind.cents * m_chooser.number(10, 24) / 10);
                json::Object row;
                row.set("id", id);
                row.set("sku", u"%1-%2"_s.arg(QLatin1StringView(kind.category.substr(0, 3)).toString().toUpper())
                                   .arg(id, 4, 10, QChar(u'0')));
                row.set("name", std::string(style) + ' ' + std::string(kind.noun));
                row.set("category", kind.category);
                row.set("price", money(m_prices.back()));
                row.set("stock", m_chooser.oneIn(9) ? 0 : m_chooser.number(1, 240));
                row.set("active", !m_chooser.oneIn(15));
                m_products.push_back(std::move(row));
            }
        }
    }

    void addCustomers()
    {
        for (int id = 1; id <= m_customerCount; ++id) {
            const QString first = QLatin1StringView(m_chooser.of(firstNames));
            const QString last = QLatin1StringView(m_chooser.of(lastNames));
            const Place &place = m_chooser.of(places);
            json::Object row;
            row.set("id", id);
            row.set("name", u"%1 %2"_s.arg(first, last));
            row.set("email", u"%1.%2.%3@example.org"_s.arg(first.toLower(), last.toLower()).arg(id));
            row.set("city", m_chooser.oneIn(12) ? json::Value() : json::Value(place.city));
            row.set("country", place.country);
            row.set("since", timeOf(m_chooser.number(0, hoursOfAYear / 2)).left(10));
            m_customers.push_back(std::move(row));
        }
    }

    void addOrders()
    {
        for (int id = 1; id <= m_customerCount * ordersPerCustomer; ++id) {
            const std::int64_t total = addLines(id);
            json::Object row;
            row.set("id", id);
            row.set("customer_id", m_chooser.number(1, m_customerCount));
            row.set("ordered_at", timeOf(m_chooser.number(hoursOfAYear / 2, hoursOfAYear)));
            row.set("status", m_chooser.of(statuses));
            row.set("total", money(total));
            if (m_chooser.oneIn(8))
                row.set("note", m_chooser.of(notes));
            m_orders.push_back(std::move(row));
        }
    }

    /// Answers what they cost together, in cents.
    std::int64_t addLines(int order)
    {
        std::int64_t total = 0;
        for (std::int64_t count = m_chooser.number(1, 4); count > 0; --count) {
            const std::int64_t product = m_chooser.number(1, std::int64_t(m_prices.size()));
            const std::int64_t quantity = m_chooser.number(1, 3);
            const std::int64_t price = m_prices[std::size_t(product - 1)];
            json::Object row;
            row.set("id", std::int64_t(m_lines.size()) + 1);
            row.set("order_id", order);
            row.set("product_id", product);
            row.set("quantity", quantity);
            row.set("unit_price", money(price));
            m_lines.push_back(std::move(row));
            total += quantity * price;
        }
        return total;
    }

    Chooser m_chooser{seed};
    int m_customerCount;
    std::vector<std::int64_t> m_prices; ///< of the products, in cents
    json::Array m_products;
    json::Array m_customers;
    json::Array m_orders;
    json::Array m_lines;
};

} // namespace

json::Value money(std::int64_t cents)
{
    return json::Number{u"%1.%2"_s.arg(cents / 100).arg(cents % 100, 2, 10, QChar(u'0')).toStdString()};
}

QString timeOf(std::int64_t hour)
{
    static const QDateTime start(QDate(2025, 1, 1), QTime(0, 0), QTimeZone::utc());
    return start.addSecs(hour * 3600).toString(Qt::ISODate);
}

DemoApp storeApp(int customers)
{
    return {u"Store"_s, u"A furniture shop: products, customers, orders and their lines."_s, *json::read(package),
            Store(customers).tables()};
}

} // namespace tenantry::demo
