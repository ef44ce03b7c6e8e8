package org.aidledger.api.demo;

import java.util.List;

/** 浙江省对口支援阿克苏地区 2024. */
final class AksuFund {

    static final String ID = "zhejiang-aksu-2024";

    private AksuFund() {}

    static List<Step> steps(long seed) {
        FundBook book = new FundBook(ID, 50, seed);
        Staff staff =
                Staff.of(
                        "浙江省援疆指挥部",
                        "阿克苏地区发改委",
                        "浙江省对口支援办",
                        "浙江省审计厅",
                        "沈晓岚",
                        "周正平",
                        "何丽萍",
                        "吴建军",
                        "阿不都·热依木",
                        "郑海涛",
                        "钱文博");
        List<AksuProject> projects = AksuPlan.projects(book.random());
        new AksuFirstHalf(book, staff, projects).write();
        new AksuSecondHalf(book, staff, projects).write();
        return book.steps();
    }
}
