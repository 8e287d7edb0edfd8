// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/tags.h"

#include "core/base/datetime.h"
#include "core/tags/tagservice.h"
#include "server/api/bodyfields.h"
#include "server/api/controlplane.h"
#include "server/api/objectschema.h"
#include "server/api/siteendpoint.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;
using tags::Tag;
using tags::TagChange;

const QByteArray collection = "/api/tags/";
const QByteArray item = "/api/tags/{slug}/";

json::Value tagJson(const Tag &tag)
{
    json::Object object;
    object.set("name", tag.name);
    object.set("slug", tag.slug);
    object.set("description", tag.description);
    object.set("color", tag.color);
    object.set("created_at", dateTimeText(tag.createdAt));
    object.set("updated_at", dateTimeText(tag.updatedAt));
    return object;
}

TagChange changeFrom(const json::Value &body)
{
    return {textField(body, "name"), textField(body, "description"), textField(body, "color")};
}

auto tagAnswer(const QString &message, int status)
{
    return [=](const Result<Tag> &tag) -> Result<http::Response> {
        if (!tag)
            return failure(tag.error());
        return envelope(tagJson(*tag), message, status);
    };
}

Endpoint endpointOf(Method method, const QByteArray &path, const QByteArray &operationId, const QByteArray &summary)
{
    return siteEndpoint(method, path, operationId, summary, "tags");
}

Body tagBody(const QByteArray &schemaName)
{
    Body body;
    body.schemaName = schemaName;
    body.fields = {{.name = "name", .required = true, .maxLength = 100, .minLength = 1},
                   {.name = "description", .maxLength = 1000},
                   {.name = "color", .description = "#6B7280 unless given"}};
    return body;
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Get, collection, "tags_list", "The tags of the site");
    endpoint.query = listParameters({{.name = "search", .description = "Part of name or description"}});
    endpoint.responses = {{200, "A page of tags", "Tag"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PageRequest page = TRY(PageRequest::from(call->query));
        const auto found =
            TRY(services.tags.list(*call->site, textParameter(call->query, u"search"_s), windowOf(page)));
        json::Array rows;
        for (const Tag &tag : found.items)
            rows.push_back(tagJson(tag));
        return envelopeList(std::move(rows), found.total, page, u"Tags"_s);
    };
    return endpoint;
}

Endpoint createEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Post, collection, "tags_create", "Make a tag; for who manages the site");
    endpoint.body = tagBody("NewTag");
    endpoint.responses = {{201, "The tag", "Tag"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return services.tags.create(*call->site, *call->user, changeFrom(call->body))
            .map(tagAnswer(u"Tag created"_s, 201));
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Get, item, "tags_read", "One tag");
    endpoint.responses = {{200, "The tag", "Tag"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return tagAnswer(u"Tag"_s, 200)(services.tags.find(*call->site, call->path("slug")));
    };
    return endpoint;
}

Endpoint updateEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Patch, item, "tags_update", "Change the fields that are sent");
    endpoint.body = tagBody("TagChange");
    endpoint.responses = {{200, "The tag as it is now", "Tag"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return services.tags.update(*call->site, *call->user, call->path("slug"), changeFrom(call->body))
            .map(tagAnswer(u"Tag updated"_s, 200));
    };
    return endpoint;
}

Endpoint removeEndpoint(const Services &services)
{
    Endpoint endpoint =
        endpointOf(Method::Delete, item, "tags_delete", "Delete a tag, from whatever is marked with it too");
    endpoint.responses = {{204, "Deleted"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return answeredEmpty(services.tags.remove(*call->site, *call->user, call->path("slug")));
    };
    return endpoint;
}

} // namespace

void addTagEndpoints(Api &api)
{
    api.openApi.addSchema("Tag", objectSchema({{"name", "string"},
                                               {"slug", "string"},
                                               {"description", "string"},
                                               {"color", "string"},
                                               {"created_at", "string"},
                                               {"updated_at", "string"}}));
    const Services &services = api.services;
    for (Endpoint endpoint : {listEndpoint(services), createEndpoint(services), readEndpoint(services),
                              updateEndpoint(services), removeEndpoint(services)})
        api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
