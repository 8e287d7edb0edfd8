// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/families.h"

#include "server/api/apikeys.h"
#include "server/api/approles.h"
#include "server/api/apps.h"
#include "server/api/audit.h"
#include "server/api/authenticators.h"
#include "server/api/batch.h"
#include "server/api/cloudusers.h"
#include "server/api/datatables.h"
#include "server/api/datatableschemas.h"
#include "server/api/documentation.h"
#include "server/api/domains.h"
#include "server/api/edges.h"
#include "server/api/groups.h"
#include "server/api/headlessaccounts.h"
#include "server/api/health.h"
#include "server/api/histories.h"
#include "server/api/invitations.h"
#include "server/api/linkedproviders.h"
#include "server/api/members.h"
#include "server/api/organizations.h"
#include "server/api/packages.h"
#include "server/api/passwordchange.h"
#include "server/api/permissions.h"
#include "server/api/policies.h"
#include "server/api/policychecks.h"
#include "server/api/preferences.h"
#include "server/api/roleassignments.h"
#include "server/api/rows.h"
#include "server/api/schema.h"
#include "server/api/secondfactor.h"
#include "server/api/secrets.h"
#include "server/api/secrettypes.h"
#include "server/api/signin.h"
#include "server/api/signinsettings.h"
#include "server/api/sitemetadata.h"
#include "server/api/sitepermissions.h"
#include "server/api/siteroles.h"
#include "server/api/sites.h"
#include "server/api/sitesettings.h"
#include "server/api/siteusers.h"
#include "server/api/tags.h"
#include "server/api/transfer.h"
#include "server/api/userattributes.h"
#include "server/api/userauthenticators.h"
#include "server/api/userroles.h"
#include "server/pages/accountpages.h"
#include "server/pages/invitationpages.h"
#include "server/pages/passwordpages.h"
#include "server/pages/providerpages.h"
#include "server/pages/signuppages.h"

namespace tenantry::server {

void addAllFamilies(Api &api)
{
    addAccountPages(api);
    addApiKeyEndpoints(api);
    addAppEndpoints(api);
    addAppRoleEndpoints(api);
    addAuditEndpoint(api);
    addAuthenticatorEndpoints(api);
    addCloudUserEndpoints(api);
    addCurrentUserEndpoints(api);
    addDatatableEndpoints(api);
    addDatatableSchemaEndpoints(api);
    addDocumentationPages(api);
    addDomainEndpoints(api);
    addEdgeEndpoints(api);
    addEnterEndpoint(api);
    addGroupEndpoints(api);
    addHeadlessAccountEndpoints(api);
    addHeadlessEndpoints(api);
    addHealthEndpoints(api);
    addHistoryEndpoints(api);
    addLinkedProviderEndpoints(api);
    addInvitationAnswerEndpoints(api);
    addInvitationEndpoints(api);
    addInvitationPages(api);
    addMemberEndpoints(api);
    addOrganizationEndpoints(api);
    addPasswordPages(api);
    addPackageEndpoints(api);
    addPermissionEndpoints(api);
    addPolicyCheckEndpoints(api);
    addPolicyEndpoints(api);
    addPasswordChangeEndpoint(api);
    addPreferenceEndpoints(api);
    addProviderPages(api);
    addRoleAssignmentEndpoints(api);
    addRowEndpoints(api);
    addBatchEndpoint(api);
    addSchemaEndpoint(api);
    addSecondFactorEndpoints(api);
    addSecretEndpoints(api);
    addSignUpPages(api);
    addSecretHistoryEndpoint(api);
    addSecretTypeEndpoints(api);
    addSignInSettingsEndpoints(api);
    addSiteEndpoints(api);
    addSiteMetadataEndpoint(api);
    addSitePermissionEndpoints(api);
    addSiteSettingsEndpoints(api);
    addSiteRoleEndpoints(api);
    addSiteUserEndpoints(api);
    addTagEndpoints(api);
    addTokenEndpoints(api);
    addTransferEndpoints(api);
    addUserAttributeEndpoints(api);
    addUserAuthenticatorEndpoint(api);
    addUserRoleEndpoints(api);
}

} // namespace tenantry::server
