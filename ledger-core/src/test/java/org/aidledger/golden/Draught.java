package org.aidledger.golden;

import org.aidledger.fund.Channel;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;

/**
 * A project as published.
 *
 * @param planned in 万元
 * @param investment in 万元
 */
record Draught(ProjectId id, ProjectProfile profile, String planned, String investment) {

    static Draught of(String id, String category, String place, String planned) {
        return new Draught(
                new ProjectId(id),
                new ProjectProfile(
                        "项目" + id,
                        category,
                        place,
                        Channel.LOCAL,
                        ProjectProfile.Kind.NEW,
                        ProjectProfile.Delivery.CHEQUE,
                        true,
                        true,
                        false,
                        false),
                planned,
                planned);
    }

    Draught invests(String wan) {
        return new Draught(id, profile, planned, wan);
    }

    /** Neither for livelihood nor for the grassroots. */
    Draught unflagged() {
        return new Draught(
                id,
                new ProjectProfile(
                        profile.name(),
                        profile.category(),
                        profile.place(),
                        profile.channel(),
                        profile.kind(),
                        profile.delivery(),
                        profile.capital(),
                        false,
                        false,
                        false),
                planned,
                investment);
    }
}
