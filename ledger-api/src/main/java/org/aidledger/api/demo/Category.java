package org.aidledger.api.demo;

/** Kinds of project as aid plans list them, with works that are typical of each. */
enum Category {
    LIVELIHOOD(
            "民生",
            true,
            false,
            true,
            "农村安居房改造、城乡供水管网提升、乡村道路硬化、老旧小区改造、农村人居环境整治、养老服务中心建设、农田高效节水灌溉、城区集中供热管网改造"),
    EDUCATION("教育", true, false, true, "中学教学楼新建、乡镇中心小学综合楼、双语幼儿园建设、职业技术学校实训基地、学校塑胶运动场"),
    HEALTH("卫生", true, false, true, "人民医院医技楼、乡镇卫生院能力提升、妇幼保健院设备购置、远程医疗协作平台、疾控中心实验室"),
    GRASSROOTS("基层组织建设", false, true, true, "村级组织阵地建设、社区党群服务中心、连队综合服务站、基层便民服务大厅"),
    INDUSTRY("产业", false, false, true, "纺织服装标准化厂房、林果产品冷链仓储、现代农业产业园、电商物流分拨中心、乡村旅游示范点"),
    TALENT("人才", false, false, false, "援派干部人才专项、柔性引才工作站、骨干教师跟岗培训、基层医生轮训"),
    EXCHANGE("交往交流交融", false, false, false, "青少年“石榴籽”研学、民族团结文化走亲、中小学手拉手结对、文艺院团巡演");

    private final String chinese;
    private final boolean livelihood;
    private final boolean grassroots;
    private final boolean capital;
    private final String works;

    Category(
            String chinese, boolean livelihood, boolean grassroots, boolean capital, String works) {
        this.chinese = chinese;
        this.livelihood = livelihood;
        this.grassroots = grassroots;
        this.capital = capital;
        this.works = works;
    }

    String chinese() {
        return chinese;
    }

    boolean livelihood() {
        return livelihood;
    }

    boolean grassroots() {
        return grassroots;
    }

    boolean capital() {
        return capital;
    }

    String work(int n) {
        String[] all = works.split("、", -1);
        return all[Math.floorMod(n, all.length)];
    }
}
