package org.aidledger.api.export;

import java.util.Map;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Denomination;

/**
 * What an export says about a fund before its transactions.
 *
 * @param alone whether the file holds this fund only; its id is then not part of account names
 * @param projects names of projects, for the reader
 */
record Heading(
        FundId fund,
        String name,
        Denomination denomination,
        boolean alone,
        Map<ProjectId, String> projects) {

    Heading {
        projects = Map.copyOf(projects);
    }

    /** A project's name, or its id where it has none. */
    String nameOf(ProjectId project) {
        return projects.getOrDefault(project, project.value());
    }
}
