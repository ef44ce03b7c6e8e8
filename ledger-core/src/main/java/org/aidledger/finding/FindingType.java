package org.aidledger.finding;

/** The coded catalogue of frequent problems (R27), with its name in published audits. */
public enum FindingType {
    MISAPPROPRIATION("截留挪用"),
    FALSE_CLAIM("套取"),
    IDLE_MONEY("滞留闲置"),
    PAYMENT_AHEAD_OF_PROGRESS("超进度付款"),
    EARLY_PAYMENT("提前支付"),
    DUPLICATE_INVESTMENT("重复计列投资完成额"),
    OVERSTATED_COST("多报造价"),
    IRREGULAR_VOUCHER("白条、不合规票据"),
    MATCHING_MISSING("配套不到位"),
    BUILT_BEFORE_APPROVAL("未批先建、未取得施工许可"),
    TENDER_MISSING("应招未招"),
    SUBCONTRACTING("转包分包"),
    OVER_BUDGET("超概算"),
    LATE_PROGRESS("进度滞后"),
    BUILT_AND_IDLE("建成闲置"),
    OTHER("其他");

    private final String chinese;

    FindingType(String chinese) {
        this.chinese = chinese;
    }

    /** The term of published audits. */
    public String chinese() {
        return chinese;
    }
}
