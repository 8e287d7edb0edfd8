// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/chooser.h"
#include "core/demo/demoapp.h"
#include "core/json/reader.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::demo {

namespace {

constexpr std::uint32_t seed = 1905;
constexpr int hoursOfAYear = 365 * 24;

constexpr std::string_view package = R"({"resources": [
  {"name": "authors", "schema": {"primaryKey": ["id"], "fields": [
    {"name": "id", "type": "integer"},
    {"name": "name", "type": "string", "constraints": {"required": true, "maxLength": 120}},
    {"name": "email", "type": "string", "format": "email", "constraints": {"required": true, "unique": true}},
    {"name": "about", "type": "string"}]}},
  {"name": "categories", "schema": {"primaryKey": ["id"], "fields": [
    {"name": "id", "type": "integer"},
    {"name": "name", "type": "string", "constraints": {"required": true, "unique": true, "maxLength": 60}},
    {"name": "parent_id", "type": "integer"}],
    "foreignKeys": [{"fields": ["parent_id"], "reference": {"resource": "", "fields": ["id"]}}]}},
  {"name": "articles", "schema": {"primaryKey": ["id"], "fields": [
    {"name": "id", "type": "integer"},
    {"name": "title", "type": "string", "constraints": {"required": true, "maxLength": 200}},
    {"name": "author_id", "type": "integer", "constraints": {"required": true}},
    {"name": "category_id", "type": "integer", "constraints": {"required": true}},
    {"name": "state", "type": "string", "constraints": {"required": true, "enum": ["draft", "review", "published"]}},
    {"name": "published_at", "type": "datetime"},
    {"name": "body", "type": "string", "constraints": {"required": true}},
    {"name": "details", "type": "object"}],
    "foreignKeys": [{"fields": ["author_id"], "reference": {"resource": "authors", "fields": ["id"]}},
                    {"fields": ["category_id"], "reference": {"resource": "categories", "fields": ["id"]}}]}}
]})";

constexpr std::array authors{"Amara Obi",    "Bruno Alves", "Chen Wei",    "Daria Petrova", "Elif Kaya",
                             "Farid Nasser", "Gita Rao",    "Hugo Martin", "Ingrid Holm",   "Jonas Weber"};
struct Category
{
    std::string_view name;
    int parent; ///< id; 0 for none
};
constexpr std::array categories{Category{"Living", 0},      Category{"Craft", 0},          Category{"Company", 0},
                                Category{"Small rooms", 1}, Category{"Light", 1},          Category{"Wood", 2},
                                Category{"Textiles", 2},    Category{"Sustainability", 3}, Category{"People", 3}};
constexpr std::array openings{"How we think about",   "A short history of", "Ten ideas for",
                              "What we learned from", "Caring for",         "Behind the scenes of",
                              "A beginner's guide to"};
constexpr std::array subjects{"oak tables",      "reading lamps",   "wool blankets", "small kitchens", "open shelves",
                              "repaired chairs", "natural colours", "winter light",  "shared desks",   "quiet corners"};
constexpr std::array sentences{"Good furniture is used every day and noticed only now and then.",
                               "We asked the people who build it what they would keep.",
                               "Most of what matters is decided before the first cut.",
                               "It is worth mending more often than one thinks.",
                               "Measure twice, and leave room for the door.",
                               "Light from two sides makes a small room larger.",
                               "A surface that ages well needs no protection from life."};
constexpr std::array states{"published", "published", "published", "review", "draft"};

std::string paragraph(Chooser &chooser)
{
    std::string text;
    for (std::int64_t count = chooser.number(3, 7); count > 0; --count) {
        text += chooser.of(sentences);
        text += count > 1 ? " " : "";
    }
    return text;
}

json::Array authorRows()
{
    json::Array rows;
    for (const char *name : authors) {
        json::Object row;
        row.set("id", std::int64_t(rows.size()) + 1);
        row.set("name", name);
        row.set("email", QString::fromLatin1(name).toLower().replace(u' ', u'.') + u"@example.org"_s);
        if (rows.size() % 3 != 0)
            row.set("about", "Writes about rooms and the things in them.");
        rows.push_back(std::move(row));
    }
    return rows;
}

json::Array categoryRows()
{
    json::Array rows;
    for (const Category &category : categories) {
        json::Object row;
        row.set("id", std::int64_t(rows.size()) + 1);
        row.set("name", category.name);
        row.set("parent_id", category.parent ? json::Value(category.parent) : json::Value());
        rows.push_back(std::move(row));
    }
    return rows;
}

json::Value details(Chooser &chooser)
{
    json::Object details;
    details.set("minutes", chooser.number(2, 15));
    details.set("tags", json::Array{chooser.of(subjects), chooser.of(categories).name});
    return details;
}

json::Array articleRows(int count)
{
    Chooser chooser(seed);
    json::Array rows;
    for (int id = 1; id <= count; ++id) {
        const std::string_view state = chooser.of(states);
        json::Object row;
        row.set("id", id);
        row.set("title", std::string(chooser.of(openings)) + ' ' + chooser.of(subjects));
        row.set("author_id", chooser.number(1, std::int64_t(authors.size())));
        row.set("category_id", chooser.number(1, std::int64_t(categories.size())));
        row.set("state", state);
        if (state == "published")
            row.set("published_at", timeOf(chooser.number(0, hoursOfAYear)));
        row.set("body", paragraph(chooser) + "\n\n" + paragraph(chooser));
        row.set("details", details(chooser));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

DemoApp cmsApp(int articles)
{
    return {u"CMS"_s,
            u"A magazine: articles, their authors and categories."_s,
            *json::read(package),
            {{u"authors"_s, authorRows()}, {u"categories"_s, categoryRows()}, {u"articles"_s, articleRows(articles)}}};
}

} // namespace tenantry::demo
