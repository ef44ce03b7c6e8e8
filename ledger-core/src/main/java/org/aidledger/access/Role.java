package org.aidledger.access;

import java.util.Arrays;
import java.util.Optional;

/** What somebody is here for. Whoever has several may do what any of them may. */
public enum Role {
    /** 财务: posts money. */
    FINANCE_OFFICER("finance-officer"),
    /** 财务负责人: answers for the fund, its authority and its periods; approves. */
    FINANCE_APPROVER("finance-approver"),
    /** 规划、项目: plans and works. */
    PROGRAMME_OFFICER("programme-officer"),
    /** 审计, 巡察: reads everything, raises and closes findings. */
    AUDITOR("auditor"),
    /** 省对口支援办, 发改委: reviews and approves plans, compares funds. */
    REGULATOR("regulator"),
    /** Keeps accounts and the installation; moves no money. */
    ADMINISTRATOR("administrator");

    private final String written;

    Role(String written) {
        this.written = written;
    }

    /** The role with this written name, if there is one. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(r -> r.written.equals(name)).findFirst();
    }

    /** As it is written in accounts, claims and documents. */
    @Override
    public String toString() {
        return written;
    }
}
