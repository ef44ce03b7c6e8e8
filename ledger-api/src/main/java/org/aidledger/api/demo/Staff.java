package org.aidledger.api.demo;

import org.aidledger.event.Actor;

/**
 * Who acts in one fund. All names are invented.
 *
 * @param cashier 出纳, posts money
 * @param director 指挥长, approves
 * @param planner 规划计划组
 * @param engineer 项目组, linked to sites and reports progress
 * @param recipient 受援地
 * @param province 支援方主管部门, the last signature
 * @param auditor 审计
 */
record Staff(
        Actor cashier,
        Actor director,
        Actor planner,
        Actor engineer,
        Actor recipient,
        Actor province,
        Actor auditor) {

    /** Seven people of these offices. */
    static Staff of(
            String headquarters, String recipient, String province, String audit, String... names) {
        return new Staff(
                actor(names[0], headquarters + "财务组"),
                actor(names[1], headquarters + "指挥长"),
                actor(names[2], headquarters + "规划计划组"),
                actor(names[3], headquarters + "项目组"),
                actor(names[4], recipient),
                actor(names[5], province),
                actor(names[6], audit));
    }

    private static Actor actor(String name, String office) {
        return new Actor("%s（%s）".formatted(name, office));
    }
}
