package org.aidledger.api.security;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.access.Account;
import org.aidledger.access.Accounts;
import org.aidledger.access.ApiToken;
import org.aidledger.access.ApiTokens;
import org.aidledger.access.Role;
import org.aidledger.access.Scope;
import org.aidledger.event.Actor;
import org.springframework.stereotype.Component;

/**
 * One ready account for each role, with a password and a token that everybody knows. A server that
 * was not started as the demonstration does not let them in, whatever folder it serves.
 */
@Component
public class DemoPeople {

    /** The password of all of them. */
    public static final String PASSWORD = "demo-only-2024";

    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2099-12-31T00:00:00Z");

    private static final Map<Role, String> NAMES =
            Map.of(
                    Role.FINANCE_OFFICER, "李敏（财务处）",
                    Role.FINANCE_APPROVER, "周建国（财务处处长）",
                    Role.PROGRAMME_OFFICER, "徐海燕（规划计划组）",
                    Role.AUDITOR, "叶明辉（审计局）",
                    Role.REGULATOR, "郑海涛（省对口支援办）",
                    Role.ADMINISTRATOR, "管理员（演示）");

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final PasswordSignIn passwords;

    DemoPeople(Accounts accounts, ApiTokens tokens, PasswordSignIn passwords) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
    }

    /** The token of a role's account. */
    public static String token(Role role) {
        return Secrets.TOKEN_PREFIX + "demo-" + role;
    }

    /** Makes the accounts and tokens that are not there yet. */
    public void settle() {
        String hash = passwords.hash(PASSWORD);
        for (Role role : Role.values()) {
            accounts.add(account(role, hash));
            tokens.add(
                    new ApiToken(
                            "demo-" + role,
                            role.toString(),
                            "demonstration",
                            Secrets.sha256(token(role)),
                            FROM,
                            UNTIL,
                            Optional.empty()));
        }
    }

    private static Account account(Role role, String hash) {
        return new Account(
                role.toString(),
                new Actor(NAMES.getOrDefault(role, role.toString())),
                Set.of(role),
                Scope.EVERYTHING,
                false,
                hash,
                false,
                Optional.empty(),
                0,
                true);
    }
}
