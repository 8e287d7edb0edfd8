// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"

#include <functional>
#include <vector>

namespace tenantry::demo {

/// One call of the API on the way to the demo.
struct DemoStep
{
    QString what; ///< a sentence for whoever watches
    std::function<client::Reply<json::Value>()> run;
};

/// The organization of the demo, whether it is whole, and what makes and removes it.
class DemoPlan
{
public:
    enum class State {
        Absent,
        Unfinished, ///< a load was cut off before its end
        Complete,
        Foreign, ///< somebody else's organization has its address
    };

    static constexpr QLatin1StringView organization{"acme-demo"}; ///< slug

    /// `api` must outlive the steps.
    explicit DemoPlan(client::Api &api);

    client::Reply<State> state() const;
    /// Everything, the last step marking it as complete. Takes a while; may be called on any thread.
    std::vector<DemoStep> loading() const;
    /// The calls that remove what is there of it.
    client::Reply<std::vector<DemoStep>> removal() const;

private:
    client::Api &m_api;
};

} // namespace tenantry::demo
