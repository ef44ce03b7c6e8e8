package org.aidledger.projections.tally;

import org.aidledger.fund.ProjectId;

/**
 * What a fact is about, within a fund.
 *
 * @param name identifies it among those of its kind; empty for the fund itself
 */
public record Subject(Kind kind, String name) {

    /** The kinds of subject. */
    public enum Kind {
        FUND,
        PROJECT,
        FINDING,
        /** A kind of flow beside the books. */
        FLOW,
        /** An item of policy. */
        POLICY,
        /** A version of the plan. */
        VERSION
    }

    /** The fund as a whole. */
    public static final Subject FUND = new Subject(Kind.FUND, "");

    /** A project. */
    public static Subject of(ProjectId project) {
        return new Subject(Kind.PROJECT, project.value());
    }
}
