"""The words of questions, as classes of phrases. No name of any entity stands here."""

from __future__ import annotations

__all__ = ["ACTS", "PHRASES", "WISHES"]

PHRASES: dict[str, str] = {
    "BE": "( is / are ) #nowadays / ( was / were ) #past",
    "DO": "( do / does ) #nowadays / did #past",
    "HAVE": "have / has / had",
    "THAT": "that / which / who",
    "THE": "the / all / all the / all of the / every / each / each of the / any / those / these / some / other",
    "ALSO": """
        also / already / both / currently / now / today / still / presently / at present / actually / at the same time /
        simultaneously / either / all
    """,
    "PLEASE": """
        pls / plz / in total / altogether / in all / by the way / in short / briefly / in other words / well / list / list all /
        name / show / say / state / i need / i want / i would like / i am looking for / we need / i am interested in
        / i would like to see / explain / explain to me / i want to see / help me find / i am trying to find / find
        out / hi / hello / hey / excuse me / i would like you to / i need to know / i am wondering / can you please
        / could you please / would you please / could you kindly / remind me / quick question / question / let me
        know / i wonder / may i ask / i would like to ask / please tell me / can you tell me / could you tell me /
        can you please tell me / could you please tell me / would you tell me / can you say / please say / please /
        can you / could you / i want to know / i would like to know / do you know / tell me / now / so / and / ok /
        kindly / [ i am / i was ] [ just ] ( wondering / curious / asking ) [ about ] / just wanted to know / just tell me / do
        tell me / do let me know / any idea / no idea / ( does / do ) ( anyone / anybody / someone / you ) happen to know /
        ( does / do ) ( anyone / anybody / someone ) know / do you happen to know / would you mind ( telling / showing / giving )
        me / would you mind ( listing / naming ) / ( would you / could you / can you / please / will you ) [ please / kindly ] (
        list / name / show / give / give me / show me / tell me ) / ( i would like / i want / i need / we need / we would like /
        i wish ) to ( know / see / learn / find out / ask / check / understand ) / ( i would like / i want / we want / i need ) (
        a / the ) ( list / names ) of / ( help / assist ) me ( find / list / see ) / as a ( matter of fact / quick question ) /
        are you able to ( tell me / say / list / name ) / dear blocs / thanks / thank you / my question is / here is my question / one question / another question /
        one more question / next question / look up / check / sorry / sorry but / um / well then / alright / all right /
        good morning / good evening / good afternoon / greetings / first of all / for my article / for my research / for a story
    """,
    # Openings of questions for rows
    "ASK": "who / whom / who all / who exactly / which one / which ones / which of them / which of the two / which of these / {WHICH}",
    "WHICH": """
        what is the list of / what is the full list of / what are the names of / which / what / which of / which of the / what of the / which all / which are the / what are the / which is
        the / what is the / what were the / {LIST} [ me / us / out ] [ a list of / the names of / the list of ] [
        {THE} ]
    """,
    "LIST": """
        rank / list / name / show / give / give me / show me / tell / tell me / find / find me / enumerate / identify / get
        / print / display / return / state / mention
    """,
    "OPEN": "[ {ASK} / {THE} / a list of / the names of ]",
    # Belonging
    "IN": "[ {THAT} ] [ {BE} / {DO} / {HAVE} / {BE} {THAT} ] [ {ALSO} ] {MEMBER}",
    "NOT_IN": """
        [ {THAT} ] ( {BE} [ {ALSO} ] not / {DO} not / {HAVE} not / not ) [ {ALSO} ] ( {MEMBER_NOT} ) / [ {THAT} ] [
        {BE} / {DO} / {HAVE} ] [ lie / stand / stay / stays / stayed / remain / remains / remained / left ] (
        outside [ of ] / out of / not [ a ] part of ) / {BE} non members of / lack membership in / {HAVE} no
        membership in
    """,
    "MEMBER_NOT": """
        in / inside / within / of / belong to / belonging to / [ a / the / full ] ( member / members / member state
        / member states / member country / member countries / part / party / parties ) ( of / in / to ) /
        participate in / participating in / included in
    """,
    "MEMBER": """
        comprised / constituted / signed up to / enrolled in / affiliated with / affiliated to /
        counted among the members of / counted among / counted as members of / numbered among / belong / belongs #nowadays /
        composes / constitutes / comprises / bound by / with membership in / inside of /
        a state of / states of / a country of / countries of / members in / sit on / sits on / participant in /
        participants in / participant of / participants of / stand in / [ {HAVE} / with / hold / holds ] [ a / its /
        their ] ( seat / seats / place / places ) ( in / on / at ) / at the same time in / be in / being in / in /
        inside / within / of / from / belong to / belongs to #nowadays / belonged to #past / belonging to / making up / [ a / the / full ] (
        member / members / member state / member states / member country / member countries / part #part / party /
        parties ) ( of / in / to / from ) / take part in / takes part in / taking part in / participate in /
        participates in / participated in / participating in / make up / makes up / made up / form / forms / formed
        / constitute / comprise / compose / included in / include in / found in / sit in / sits in / sit on / [ have
        / has / hold / holds / having / holding / with ] [ a / full ] membership ( in / of ) / represented among the
        members of / united in / joined in / common to / shared by
    """,
    "BELONG": """
        [ {ALSO} ] ( in / inside / within / [ a / the / full ] ( member / members / member state / member states / part
        / party / parties ) ( of / in / to ) / belong to / belongs to / belonged to / belonging to / participate in /
        participates in / participating in / [ have / has / hold / holds / having / with ] [ a / full ] membership ( in
        / of ) / sit in / sits in / represented in )
    """,
    "REST": """
        [ {THAT} / they ] [ {BE} / {DO} / {HAVE} ] [ {ALSO} ] ( in / to / of / belong to / belongs to / [ a / the ]
        ( member / members ) ( of / in ) / part of / inside / within ) / [ the / {ALSO} ]
    """,
    "BUT_NOT": """
        [ {THAT} ] ( but / and / yet / while / though / although ) [ {THAT} / they ] ( {NOT} ) / [ {THAT} / they ] (
        {NOT} ) / [ but / and / yet / though / while ] [ {THAT} ] [ {BE} / remain / remains / stay / stays ] (
        outside / outside of ) / without ( being / belonging / taking part / participating )
    """,
    "EXCEPT": """
        [ but ] ( except / except for / excepting / excluding / excluded / minus / without / apart from / aside from
        / other than / save / save for / leaving out / leaving aside / not counting / not including / with the
        exception of / less ) [ [ {THE} / those ] [ {NOUN} ] ( in / of / from ) / {THE} / those in / those of ]
    """,
    "NOT": "not / {BE} [ {ALSO} ] not / {DO} not / {HAVE} not",
    "IN_REST": """
        [ {ALSO} ] [ in / to / of / from / among / inside / within / belong to / belonging to / [ a / the ] ( member
        / members / part / party / member state / member states ) ( of / in / to ) / part of /
        participating in ]
    """,
    "NEITHER": """
        [ {THAT} / they ] [ but / and / yet ] [ {THAT} / they ] [ {BE} / {DO} / {HAVE} / belong / belongs /
        belonging ] [ in / to / of / belong to / belongs to / belonging to / [ a / the ] ( member / members ) of ] (
        neither / none ) [ of ] [ [ a / the ] ( member / members ) of / in / belong to / to / of ]
    """,
    "NOUN": """
        signatories / states parties / member / members / member state / member states / member country / member
        countries / member nations / state / states / country / countries / nation / nations / republic / republics
        / government / governments / participants / participant
    """,
    "BODY_NOUN": """
        body / bodies / organization / organizations / organisation / organisations / alliance / alliances / bloc /
        blocs / grouping / groupings / group / groups / association / associations / institution / institutions /
        pact / pacts / treaty / treaties / igo / igos / international organization / international organisation / intergovernmental
        organization / intergovernmental organisation / international organizations / international organisations /
        intergovernmental organizations / intergovernmental organisations / ( international / intergovernmental / multilateral ) ( body / bodies /
        institution / institutions / agency / agencies / forum / forums / club / clubs / grouping / groupings ) / multilateral organizations /
        multilateral organisations / multilateral organization / multilateral organisation / agency / agencies / forum / forums / structure / structures / club / clubs /
        union / unions / {TIE}
    """,
    "TIE": "membership / memberships",
    "HAS": """
        include / includes / included / contain / contains / contained / united / comprised / comprise / comprises / encompass / embrace / unite /
        unites / count / counts / {HAVE}
    """,
    "AS_MEMBER": """
        among their members / among their member states / as one of its members / as one of their members / on its
        list of members / in its ranks / as a member / as members / as its members / as its member states / as
        member states / as a member state / among its members / as a participant / in it / in them / on board
    """,
    "SHARE": """
        share / have in common / have both in common / hold in common / in common / both have in common / have as
        common members / have jointly
    """,
    "COMMON": "common / shared / joint / mutual / overlapping",
    "FINAL": """
        [ either / please / thanks / thank you / for me / exactly please / if you please / as well please / now / today /
        currently / at present / right now / at the moment / exactly / together / too / as well / at all /
        simultaneously / at the same time / all at once / all at the same time / at once / in total / altogether / all together / then ]
    """,
    "STATES_IN": """
        ( in / within / inside / take part in / takes part in / participates in / have membership in / hold
        membership in / have a seat in / have a seat on / sit in / sit on / counted among the members of / a
        participant in / participants in / a participant of / one of the members of / one of the member states of /
        one of the states of / one of the countries of / among the states of / among the countries of / a signatory
        of / within the ranks of / a member state of / member states of / ( a full member of / a member country of / a
        member of / members of / member of ) #as_member / belong to / belongs to / belonged to / belonging to / part of / a part
        of / a party to / parties to / participate in / participating in / affiliated with / represented among /
        included in / among the members of / on the member list of / on the list of members of )
    """,
    "OF_STATES": """
        ( sit together / sit / take part in / takes part in / sit together / sit together in / meet in / counted
        among the members of / sit in / sit on / sit / jointly in / in / ( part of / a part of ) #part / a member of /
        members of / member of / belong to / belongs to / belonged to / belong / belonged / a party to /
        participate in / participating in / affiliated with / a member / members / belong to at once / members
        together of / in together / involved in / in at the same time )
    """,
    # Joining and leaving
    "JOIN": """
        join / joins / joined / joining / accede to / acceded to / acceding to / enter / entered / enter in / entered in / enter into / entered into / become ( a / / full
        / a full ) ( member / members ) of / became ( a / / full / a full ) ( member / members ) of / become part of /
        became part of / [ {BE} / been ] ( admitted / accepted ) ( to / into / in / by ) / gain
        membership ( in / of ) / gained membership ( in / of ) / make it into / made it into / made it to / get into / got into / be admitted to / come into / came into / come in / came in / got in / get in
    """,
    "JOIN_BARE": """
        join / joins / joined / accede to / acceded to / enter / entered / become a member of / become members of / became a
        member of / became members of / become part of / sign up to / signed up to / [ {BE} / been ] ( admitted / accepted )
        ( to / into / in ) / admitted
    """,
    "LEAVE_BARE": """
        leave / leaves / left / withdraw from / withdrew from / withdrawn from / quit / exit / exited / pull out of / pulled
        out of / drop out of / dropped out of / cease to be a member of / ceased to be a member of / stop being a member of
    """,
    "LEAVE": """
        leave / leaves / left / leaving / withdraw from / withdrew from / withdrawn from / quit / quits / exit / exited /
        pull out of / pulled out of / drop out of / dropped out of / depart from / departed from / resign from / resigned
        from / walk out of / walked out of / cease to be ( a / ) ( member / members ) of / ceased to be ( a / ) ( member /
        members ) of / stop being ( a / ) ( member / members ) of / stopped being ( a / ) ( member / members ) of / give up
        membership ( in / of ) / gave up membership ( in / of ) / secede from / seceded from
    """,
    "REJOIN": """
        rejoin / rejoins / rejoined / rejoining / re-join / re-joined / return to / returned to / come back to / came back to / go back to /
        went back to / re-enter / re-entered / reenter / reentered / get back into / got back into
    """,
    "NO_MORE": "no longer / not anymore / no more",
    "FOUNDED": """
        founded / created / established / set up / formed / launched / started / inaugurated / instituted / born
    """,
    "BEGIN": """
        begin / began / start / started / come into ( being / existence / force ) / came into ( being / existence / force )
        / originate / originated / get founded / be founded
    """,
    "OVER": """
        end / ended / dissolve / dissolved / dissolve itself / cease to exist / ceased to exist / cease / ceased / disband /
        disbanded / stop existing / stopped existing / disappear / disappeared / collapse / collapsed / close / closed /
        terminate / terminated / abolished / wound up / wind up / break up / broke up / cease operations / come to an end /
        came to an end / fold / folded / be dissolved / get dissolved / shut down
    """,
    "THERE": "there / exist / existed / exists / in existence / in being / around / alive",
    # Events
    "ATTEND": """
        [ {THAT} ] {BE} there at / [ {THAT} ] [ {BE} / {DO} / {HAVE} / will / would / both / all / {BE} going to /
        {BE} expected to / {BE} supposed to / {BE} to / {BE} due to / is it planned that / plans to / plan to / {BE}
        planning to / intends to / intend to / {BE} scheduled to / {BE} invited to ] [ also / all / actually / both
        ] ( expected at / due at / awaited at / invited to / going to / coming to / been at / been present at /
        physically present at / sat at / sent [ its / their / a ] ( delegation / delegations / delegates /
        representatives / officials ) to / attend / attends / attended / attending / [ take / takes / took / taken /
        taking ] part in / [ take / took ] part at / participate in / participates in / participated in /
        participating in / participate at / participated at / turn up at / turned up at / present at / at / in
        attendance at / came to / come to / go to / went to / comes to / goes to / will come to / show up at / showed up at / joined / join /
        represented at / in on / taking part at / sent delegations to / sent a delegation to / send delegations to /
        send a delegation to / be at / be present at )
    """,
    "ATTENDEE": """
        attendees / participants / attendee / participant / those present / attendance / the participants / the
        attendees / delegations / those attending / guests
    """,
    "ATTEND_BARE": """
        attend / attended / take part in / took part in / participate in / participated in / join / joined / come to
        / came to / go to / attending / present at / at / taking part in / be at / been at / visit
    """,
    "MISS_BARE": """
        miss / missed / not ( attend / attended / take part in / taken part in / participate in / participated in / go
        to / come to / gone to / join / visit / show up at / present at / represented at / at ) / skip / skipped /
        absent from / ( take / took / taking ) no part in / absent at / missing from / missing at / ( fail / failed ) to ( attend / take part in /
        participate in / show up at / go to / come to / join ) / stay away from / stayed away from / sit out / sat
        out / boycott / boycotted / shun / shunned
    """,
    "MISS": """
        [ {THAT} ] ( {DO} / {HAVE} ) not ( send / sent ) [ a / any / its / their ] ( delegation / delegations /
        delegates / representatives / officials / one / anyone ) to / [ {THAT} ] sent no ( delegation / delegates /
        representatives / one ) to / [ {THAT} ] [ {HAVE} / {BE} / {DO} / will ] not ( represented at / there at / in
        / on hand at / turn up at / turn up for / make it to ) / [ {THAT} ] ( sat out / did without / missed out on
        / shunned / ignored / gave a miss to / was a no-show at ) / [ {THAT} ] ( {BE} / {HAVE} been / {HAVE} / {DO}
        / will / will be / {BE} going to be / {BE} expected to be ) [ also ] ( absent from / absent at / missing
        from / missing at / not at / not present at / not in attendance at / not represented at / not attend / not
        attending / not take part in / not participate in / not participating in / not come to / not go to / not
        join / not show up at / skip / miss / not taking part in ) / [ {THAT} ] ( missed / miss / misses / skipped /
        skip / ( take / took ) no part in / absent from / absent at / missing from / missing at / not at / not attending / not present at /
        stayed away from / stay away from / failed to attend / failed to take part in / boycotted / failed to show
        up at / failed to participate in / absent in )
    """,
    "ABSENTEE": "absentees / absentee / those absent / those missing / absences / the absentees / absence",
    "HELD": """
        [ {BE} / will be / {BE} to be / {HAVE} been / to be / be ] [ held / conducted / organized / organised /
        carried out / staged / taking place / ( scheduled / planned / due / scheduled for / planned for ) #planned / set / going to be held / going to take
        place / going to happen / going to be / meant to be held / meant to take place / to be held / to take place
        / supposed to take place / happening / hosted / convened / run ] / take place
        / took place / takes place / happen / happened / happens / occur / occurred / meet / met / convene /
        convened / begin / began / start / started
    """,
    "HAPPEN": """
        [ {THAT} ] [ {BE} / {DO} / {HAVE} / will / {BE} going to ] [ be / been ] ( fall / falls / fell / happen /
        happened / happens / happening / take place / took place / takes place / taking place / occur / occurred /
        occurs / held / conducted / organized / organised / going on / went on / on / dated / staged / carried out /
        hosted / there / came about / located / scheduled )
    """,
    "WHEN": """
        when / [ on / in / at ] ( what / which ) ( date / day / year / month / time ) / [ what / which ] ( {BE} / is
        ) the ( date / day / year / month / time ) of / the date of / date of / what date / since when / at what
        time / when exactly / what time / dates of / what were the dates of / what are the dates of / in what month
        and year
    """,
    "WHERE": """
        where / [ in / at ] ( what / which ) ( city / place / location / town / country / venue / capital / spot ) /
        what is the ( place / location / venue / city ) of / what was the ( place / location / venue / city ) of /
        the ( place / location / venue ) of / ( place / location / venue ) of / where exactly / what place / what
        city / which city / whereabouts
    """,
    "PLANNED": """
        scheduled to ( take place / happen / be held ) / planned to ( take place / happen / be held ) / expected to
        ( take place / happen / be held ) / set to ( take place / happen / be held ) / supposed to ( take place /
        happen / be held ) / meant to ( take place / happen / be held ) / {HAVE} not [ yet ] ( happened / taken
        place / been held / occurred ) [ yet ] / in the future / planned / scheduled / upcoming / expected /
        announced / forthcoming / foreseen / envisaged / pending / future / in the future / still to come / yet to
        come / yet to happen / yet to take place / coming up / ahead / on the agenda / in the works / anticipated /
        intended / on the calendar / in the pipeline / about to happen / to come / due / coming / not yet held / due
        to take place / planned for the future / going to happen / going to take place / in prospect
    """,
    # Documents
    "DOCUMENTS": """
        [ {THE} / of / all / its / their / proposed / of all / of the / of their / military / collective ] [ all /
        the ] [ proposed / military / collective / joint ] ( documents / document / agreements / agreement / papers
        / texts / paperwork / docs / accords ) [ {ON_TABLE} ]
    """,
    "ON_TABLE": """
        proposed / that were proposed / which were proposed / on the table / on offer / there / put forward /
        offered / tabled / in question / that {BE} tabled / submitted / presented / up for signature
    """,
    "SIGN": """
        put its name to / put their name to / put their signature under / put their signatures under / put its signature under / put a signature to / put its signature to / put their signatures to /
        sign / signs / signed / signing / put its name to / put their names to / approve / approved / endorse /
        endorsed
    """,
    "PORTION": """
        how many % / how many percent / how much percent / share / percentage / % / proportion / part / fraction /
        portion / percentages / percent / how large a share / how big a share / rate
    """,
    # Parts and representation
    "PART_OF": """
        [ a / an / one of the ] ( form part of / forms part of / forming part of / count as part of / come under /
        fall under / operate under / operate within / operate in / body of / organ of / bodies of / organs of /
        institution of / institutions of / organization of / organisation of / council of / agency of / part of /
        parts of / organ of / organs of / sub-body of / component of / components of / subordinate to / subordinated
        to / under / within / subsidiary of / subsidiaries of / make up / makes up / form / constitute / compose /
        inside / in / of / belong to / belongs to / belonging to / attached to / a unit of / a structure of /
        structures of / included in / bodies of )
    """,
    "PARTS": """
        component bodies / member bodies / own bodies / internal bodies / organs and bodies / parts / organs / sub-bodies / subbodies / subsidiary bodies / subsidiaries / components / structures /
        constituent bodies / bodies / institutions / suborganizations / sub-organizations / subunits / subordinate
        bodies / organizations / organisations / agencies
    """,
    "OFFICERS": """
        officers / officer / representatives / representative / representation / officials / staff / staff officers
        / delegates / people / military officers / personnel
    """,
    "UNREPRESENTED": """
        [ {THAT} ] ( lack / lacks / {HAVE} no / without ) representation ( in / on / at ) / [ {THAT} ] ( {HAVE} no /
        {HAVE} not any / {DO} not have [ any / their ] / lack / lacks / without / {BE} without / without any /
        {HAVE} not got [ any ] / have none of their / no / have sent no / sent no / {HAVE} not sent [ any ] / {DO}
        not send [ any ] / with no / having no ) [ own / their own / its own / military ] {OFFICERS} ( in / at / on
        / within / to ) / [ {THAT} ] [ {BE} / go / went ] ( not represented / unrepresented / not [ being ]
        represented by [ its / their / any ] [ own ] officers ) ( in / at / on / within ) / [ {THAT} ] {BE} not
        represented ( in / at / on ) / {THAT} {BE} missing officers in
    """,
    "HAVE_OFFICERS": """
        [ {BE} / {HAVE} / {DO} ] [ have / has / send / sent / keep ] [ any / its / their / own / its own / their own
        ] {OFFICERS} ( in / at / on / within / to ) / [ {BE} ] represented by [ its / their / any ] [ own ]
        officers ( in / at / on / within )
    """,
    "REPRESENTED": "[ {BE} ] represented ( in / at / on / within )",
    "DISCUSS": """
        discuss / discussed / talk about / talked about / deal with / dealt with / debate / consider / speak about /
        spoke about / address / cover / take up / sum up
    """,
    "ENVOYS": """
        delegation of / delegates from / delegation / delegations / delegates / officials / side / government /
        authorities / representatives / leadership
    """,
    "AEGIS": "aegis / auspices / umbrella / framework / banner / leadership / patronage",
    # Statements
    "ABOUT": """
        about / on / concern / concerns / concerning / regarding / relating to / relate to / of / with regard to /
        mention / mentions / mentioning / touching on / to do with
    """,
    "SMALL": """
        the / a / an / of / to / that / from / for / on / in / be / is / any / its / it / and / by / with / out / at
        / should / 's / ' / about / was / were / are / idea / as / would / will / must / has / have / been / being /
        this / their / such / so
    """,
}


WISHES = "want / wants / wanted / would like / options / wishes / wished"
"""Verbs of a proposal, where what is wanted is said too."""


ACTS: dict[str, str] = {
    "Proposal": """
        propose / proposes / proposing / proposed / proposing / suggest / suggests / suggested / call for / called
        for / calls for / recommend / recommended / put forward / ask for / asked for / asks for / advocate /
        advocated / demand / demanded / urge / urged / moved
    """,
    "RulingOut": """
        rule out / ruled out / rules out / exclude / excluded / reject / rejected / rejects / refuse / refused /
        dismiss / dismissed / deny / denied / ruled against
    """,
    "Decision": """
        decide / decided / decides / decide on / decided on / decide to / decided to / agree / agreed / agree on /
        agreed on / resolve / resolved / agree to / agreed to
    """,
    "Plan": """
        plan / plans / planned / planning / intend / intends / intended / is going / are going / aim / aims / aimed
        / will / would like / want to / wants to / wanted to / hope / hopes / hope to / hopes to / {BE} due to
    """,
    "Assertion": """
        say / says / said / saying / state / states / stated / claim / claims / claimed / declare / declares /
        declared / allege / alleges / alleged / assert / asserts / asserted / tell / told / maintain / maintained /
        argue / argued / believe / believes / believed / think / call / called / mention / mentioned / announce /
        announced / describe / described / accuse / accused / explain / explained / emphasize / emphasized / stress
        / stressed / insist / insisted / according to
    """,
}
"""Classes of statements, and the verbs that make one."""
