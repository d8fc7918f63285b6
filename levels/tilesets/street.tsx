<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="street" tilewidth="24" tileheight="24" tilecount="768" columns="16">
 <image source="street.png" width="384" height="1152"/>
 <tile id="0">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="1">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="3">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="4">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="5">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="6">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="7">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="8">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="9">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="10">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="11">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="12">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="13">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="14">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="15">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="16">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="17">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="18">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="19">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="20">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="21">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="22">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="23">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="24">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="25">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="26">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="27">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="28">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="29">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="30">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="31">
  <properties>
   <property name="surface" value="asphalt"/>
  </properties>
 </tile>
 <tile id="32">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="33">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="34">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="35">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="36">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="37">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="38">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="39">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="40">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="41">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="42">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="43">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="44">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="45">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="46">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="47">
  <properties>
   <property name="surface" value="sidewalk"/>
  </properties>
 </tile>
 <tile id="48">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="49">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="50">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="51">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="52">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="53">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="54">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="55">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="56">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="57">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="58">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="59">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="60">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="61">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="62">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="63">
  <properties>
   <property name="surface" value="concrete"/>
  </properties>
 </tile>
 <tile id="64">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="65">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="66">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="67">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="68">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="69">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="70">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="71">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="72">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="73">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="74">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="75">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="76">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="77">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="78">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="79">
  <properties>
   <property name="surface" value="grass"/>
  </properties>
 </tile>
 <tile id="80">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="81">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="82">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="83">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="84">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="85">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="86">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="87">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="88">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="89">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="90">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="91">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="92">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="93">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="94">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="95">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="96">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="97">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="98">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="99">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="100">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="101">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="102">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="103">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="104">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="105">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="106">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="107">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="108">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="109">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="110">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="111">
  <properties>
   <property name="surface" value="dirt"/>
  </properties>
 </tile>
 <tile id="389">
  <properties>
   <property name="height" type="float" value="5.0"/>
   <property name="material" value="brick"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="390">
  <properties>
   <property name="height" type="float" value="6.0"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="391">
  <properties>
   <property name="height" type="float" value="8.0"/>
   <property name="material" value="brick"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="392">
  <properties>
   <property name="height" type="float" value="11.0"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="393">
  <properties>
   <property name="height" type="float" value="7.0"/>
   <property name="material" value="metal"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="394">
  <properties>
   <property name="height" type="float" value="18.0"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="395">
  <properties>
   <property name="height" type="float" value="2.4"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="396">
  <properties>
   <property name="height" type="float" value="6.5"/>
   <property name="material" value="concrete"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="397">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="398">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="399">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="400">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="401">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="402">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="403">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="404">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="405">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="406">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="407">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="408">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="409">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="410">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="411">
  <properties>
   <property name="height" type="float" value="2.2"/>
   <property name="material" value="fence"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="24" height="24"/>
  </objectgroup>
 </tile>
 <tile id="745">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="746">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="747">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="748">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="749">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="750">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="751">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="752">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="753">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="754">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="755">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="756">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="757">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="758">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <tile id="759">
  <properties>
   <property name="surface" value="water"/>
  </properties>
 </tile>
 <wangsets>
  <wangset name="grounds" type="corner" tile="0">
   <wangcolor name="asphalt" color="#4f8cff" tile="0" probability="1"/>
   <wangcolor name="old_asphalt" color="#e0a030" tile="16" probability="1"/>
   <wangcolor name="sidewalk" color="#3fbf9f" tile="32" probability="1"/>
   <wangcolor name="concrete" color="#b070ff" tile="48" probability="1"/>
   <wangcolor name="grass" color="#ff5050" tile="64" probability="1"/>
   <wangcolor name="gravel" color="#70b0ff" tile="80" probability="1"/>
   <wangcolor name="dirt" color="#f0e060" tile="96" probability="1"/>
   <wangtile tileid="0" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="1" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="2" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="3" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="4" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="5" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="6" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="7" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="8" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="9" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="10" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="11" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="12" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="13" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="14" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="15" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="16" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="17" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="18" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="19" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="20" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="21" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="22" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="23" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="24" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="25" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="26" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="27" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="28" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="29" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="30" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="31" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="32" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="33" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="34" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="35" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="36" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="37" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="38" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="39" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="40" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="41" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="42" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="43" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="44" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="45" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="46" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="47" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="48" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="49" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="50" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="51" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="52" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="53" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="54" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="55" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="56" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="57" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="58" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="59" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="60" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="61" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="62" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="63" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="64" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="65" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="66" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="67" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="68" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="69" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="70" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="71" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="72" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="73" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="74" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="75" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="76" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="77" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="78" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="79" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="80" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="81" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="82" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="83" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="84" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="85" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="86" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="87" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="88" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="89" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="90" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="91" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="92" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="93" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="94" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="95" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="96" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="97" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="98" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="99" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="100" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="101" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="102" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="103" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="104" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="105" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="106" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="107" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="108" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="109" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="110" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="111" wangid="0,7,0,7,0,7,0,7"/>
  </wangset>
  <wangset name="roofs" type="corner" tile="112">
   <wangcolor name="deck" color="#4f8cff" tile="112" probability="1"/>
   <wangcolor name="roof_tar" color="#e0a030" tile="128" probability="1"/>
   <wangcolor name="roof_gravel" color="#3fbf9f" tile="144" probability="1"/>
   <wangcolor name="roof_white" color="#b070ff" tile="160" probability="1"/>
   <wangcolor name="roof_red" color="#ff5050" tile="176" probability="1"/>
   <wangcolor name="roof_metal" color="#70b0ff" tile="192" probability="1"/>
   <wangcolor name="roof_sand" color="#f0e060" tile="208" probability="1"/>
   <wangtile tileid="112" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="113" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="114" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="115" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="116" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="117" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="118" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="119" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="120" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="121" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="122" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="123" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="124" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="125" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="126" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="127" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="128" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="129" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="130" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="131" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="132" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="133" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="134" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="135" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="136" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="137" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="138" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="139" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="140" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="141" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="142" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="143" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="144" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="145" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="146" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="147" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="148" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="149" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="150" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="151" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="152" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="153" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="154" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="155" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="156" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="157" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="158" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="159" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="160" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="161" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="162" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="163" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="164" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="165" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="166" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="167" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="168" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="169" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="170" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="171" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="172" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="173" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="174" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="175" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="176" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="177" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="178" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="179" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="180" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="181" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="182" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="183" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="184" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="185" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="186" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="187" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="188" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="189" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="190" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="191" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="192" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="193" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="194" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="195" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="196" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="197" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="198" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="199" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="200" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="201" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="202" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="203" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="204" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="205" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="206" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="207" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="208" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="209" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="210" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="211" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="212" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="213" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="214" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="215" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="216" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="217" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="218" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="219" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="220" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="221" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="222" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="223" wangid="0,7,0,7,0,7,0,7"/>
  </wangset>
  <wangset name="walls" type="corner" tile="389">
   <wangcolor name="wall_shop" color="#4f8cff" tile="389" probability="1"/>
   <wangcolor name="wall_store" color="#e0a030" tile="390" probability="1"/>
   <wangcolor name="wall_house" color="#3fbf9f" tile="391" probability="1"/>
   <wangcolor name="wall_flats" color="#b070ff" tile="392" probability="1"/>
   <wangcolor name="wall_shed" color="#ff5050" tile="393" probability="1"/>
   <wangcolor name="wall_tower" color="#70b0ff" tile="394" probability="1"/>
   <wangcolor name="wall_block" color="#f0e060" tile="395" probability="1"/>
   <wangcolor name="wall_bank" color="#ff80c0" tile="396" probability="1"/>
   <wangtile tileid="389" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="390" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="391" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="392" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="393" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="394" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="395" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="396" wangid="0,8,0,8,0,8,0,8"/>
  </wangset>
  <wangset name="kerbs" type="corner" tile="767">
   <wangcolor name="kerbs" color="#4f8cff" tile="767" probability="1"/>
   <wangtile tileid="274" wangid="0,0,0,1,0,1,0,0"/>
   <wangtile tileid="275" wangid="0,0,0,0,0,1,0,1"/>
   <wangtile tileid="276" wangid="0,1,0,0,0,0,0,1"/>
   <wangtile tileid="277" wangid="0,1,0,1,0,0,0,0"/>
   <wangtile tileid="278" wangid="0,0,0,0,0,1,0,0"/>
   <wangtile tileid="279" wangid="0,0,0,0,0,0,0,1"/>
   <wangtile tileid="280" wangid="0,1,0,0,0,0,0,0"/>
   <wangtile tileid="281" wangid="0,0,0,1,0,0,0,0"/>
   <wangtile tileid="293" wangid="0,0,0,1,0,1,0,1"/>
   <wangtile tileid="303" wangid="0,1,0,0,0,1,0,1"/>
   <wangtile tileid="313" wangid="0,1,0,1,0,0,0,1"/>
   <wangtile tileid="323" wangid="0,1,0,1,0,1,0,0"/>
   <wangtile tileid="767" wangid="0,1,0,1,0,1,0,1"/>
  </wangset>
  <wangset name="parapets, pale" type="corner" tile="767">
   <wangcolor name="parapets, pale" color="#4f8cff" tile="767" probability="1"/>
   <wangtile tileid="412" wangid="0,0,0,1,0,1,0,0"/>
   <wangtile tileid="413" wangid="0,0,0,0,0,1,0,1"/>
   <wangtile tileid="414" wangid="0,1,0,0,0,0,0,1"/>
   <wangtile tileid="415" wangid="0,1,0,1,0,0,0,0"/>
   <wangtile tileid="416" wangid="0,0,0,0,0,1,0,0"/>
   <wangtile tileid="417" wangid="0,0,0,0,0,0,0,1"/>
   <wangtile tileid="418" wangid="0,1,0,0,0,0,0,0"/>
   <wangtile tileid="419" wangid="0,0,0,1,0,0,0,0"/>
   <wangtile tileid="767" wangid="0,1,0,1,0,1,0,1"/>
  </wangset>
  <wangset name="parapets, dark" type="corner" tile="767">
   <wangcolor name="parapets, dark" color="#4f8cff" tile="767" probability="1"/>
   <wangtile tileid="427" wangid="0,0,0,1,0,1,0,0"/>
   <wangtile tileid="428" wangid="0,0,0,0,0,1,0,1"/>
   <wangtile tileid="429" wangid="0,1,0,0,0,0,0,1"/>
   <wangtile tileid="430" wangid="0,1,0,1,0,0,0,0"/>
   <wangtile tileid="431" wangid="0,0,0,0,0,1,0,0"/>
   <wangtile tileid="432" wangid="0,0,0,0,0,0,0,1"/>
   <wangtile tileid="433" wangid="0,1,0,0,0,0,0,0"/>
   <wangtile tileid="434" wangid="0,0,0,1,0,0,0,0"/>
   <wangtile tileid="767" wangid="0,1,0,1,0,1,0,1"/>
  </wangset>
  <wangset name="parapets, warm" type="corner" tile="767">
   <wangcolor name="parapets, warm" color="#4f8cff" tile="767" probability="1"/>
   <wangtile tileid="442" wangid="0,0,0,1,0,1,0,0"/>
   <wangtile tileid="443" wangid="0,0,0,0,0,1,0,1"/>
   <wangtile tileid="444" wangid="0,1,0,0,0,0,0,1"/>
   <wangtile tileid="445" wangid="0,1,0,1,0,0,0,0"/>
   <wangtile tileid="446" wangid="0,0,0,0,0,1,0,0"/>
   <wangtile tileid="447" wangid="0,0,0,0,0,0,0,1"/>
   <wangtile tileid="448" wangid="0,1,0,0,0,0,0,0"/>
   <wangtile tileid="449" wangid="0,0,0,1,0,0,0,0"/>
   <wangtile tileid="767" wangid="0,1,0,1,0,1,0,1"/>
  </wangset>
  <wangset name="fence" type="edge" tile="397">
   <wangcolor name="fence" color="#4f8cff" tile="397" probability="1"/>
   <wangtile tileid="397" wangid="1,0,0,0,0,0,0,0"/>
   <wangtile tileid="398" wangid="0,0,1,0,0,0,0,0"/>
   <wangtile tileid="399" wangid="0,0,0,0,1,0,0,0"/>
   <wangtile tileid="400" wangid="0,0,0,0,0,0,1,0"/>
   <wangtile tileid="401" wangid="1,0,1,0,0,0,0,0"/>
   <wangtile tileid="402" wangid="0,0,1,0,1,0,0,0"/>
   <wangtile tileid="403" wangid="0,0,0,0,1,0,1,0"/>
   <wangtile tileid="404" wangid="1,0,0,0,0,0,1,0"/>
   <wangtile tileid="405" wangid="1,0,0,0,1,0,0,0"/>
   <wangtile tileid="406" wangid="0,0,1,0,0,0,1,0"/>
   <wangtile tileid="407" wangid="1,0,1,0,1,0,0,0"/>
   <wangtile tileid="408" wangid="0,0,1,0,1,0,1,0"/>
   <wangtile tileid="409" wangid="1,0,0,0,1,0,1,0"/>
   <wangtile tileid="410" wangid="1,0,1,0,0,0,1,0"/>
   <wangtile tileid="411" wangid="1,0,1,0,1,0,1,0"/>
  </wangset>
 </wangsets>
</tileset>
