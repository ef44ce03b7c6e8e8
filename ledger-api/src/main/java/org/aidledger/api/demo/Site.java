package org.aidledger.api.demo;

import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;

/**
 * A project of the scenario.
 *
 * @param planned money planned for it, in 万元
 * @param investment planned investment of the year, in 万元
 */
record Site(ProjectId id, ProjectProfile profile, long planned, long investment) {

    boolean isNew() {
        return profile.kind() == ProjectProfile.Kind.NEW;
    }

    Site withInvestment(long wan) {
        return new Site(id, profile, planned, wan);
    }

    /** The same project, run by an enterprise. */
    Site byEnterprise() {
        return with(profile.grassroots(), true);
    }

    /** The same project, which also serves the grassroots. */
    Site forGrassroots() {
        return with(true, profile.enterprise());
    }

    private Site with(boolean grassroots, boolean enterprise) {
        return new Site(
                id,
                new ProjectProfile(
                        profile.name(),
                        profile.category(),
                        profile.place(),
                        profile.channel(),
                        profile.kind(),
                        profile.delivery(),
                        profile.capital(),
                        profile.livelihood(),
                        grassroots,
                        enterprise),
                planned,
                investment);
    }
}
