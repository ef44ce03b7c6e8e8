package org.aidledger.api.pages;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.aidledger.access.Role;

/** What the HTTP contract says of the demonstration. */
final class Figures {

    private Figures() {}

    /** Position of a disbursement of the fund that most tests look at. */
    static long anEvent() {
        String trail =
                Workbench.get(
                                Role.AUDITOR,
                                "/api/v1/funds/zhejiang-aksu-2024/trail?type=fund.funds-disbursed&limit=1")
                        .body();
        List<Integer> positions = JsonPath.read(trail, "$.items[*].position");
        return positions.getFirst();
    }
}
