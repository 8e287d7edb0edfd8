// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/reflectedmarkers.h"

namespace tenantry::data {

namespace {

constexpr const char *reflected = "x-reflected";
constexpr const char *reflectedAt = "x-reflected-at";

} // namespace

json::Object withoutReflectedMarkers(json::Object definition)
{
    definition.remove(reflected);
    definition.remove(reflectedAt);
    return definition;
}

void setReflectedMarkers(json::Object &definition, const std::string &at)
{
    definition.set(reflected, true);
    definition.set(reflectedAt, at);
}

void copyReflectedMarkers(const json::Value &from, json::Object &to)
{
    for (const char *marker : {reflected, reflectedAt}) {
        if (!from[marker].isNull())
            to.set(marker, from[marker]);
    }
}

} // namespace tenantry::data
